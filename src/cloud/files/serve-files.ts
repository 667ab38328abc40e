import type { Context, Hono } from 'hono'
import { files } from '@/copy/export'
import type { Deployment } from '../dispatch'
import { makeFile } from './make-file'
import type { SignedLinks } from './signed-links'

/** GET /files/TOKEN: the file that a link stands for, made now. What goes wrong is said in plain words to a person. */
export function serveFiles(app: Hono, deployment: Deployment, links: SignedLinks): void {
  app.get('/files/:token', async (c) => {
    c.header('Cache-Control', 'no-store')
    const now = deployment.now()
    const ticket = links.read(c.req.param('token'), now)
    if (ticket === 'unknown') return c.text(files.unknown, 404)
    if (ticket === 'expired') return c.text(files.expired, 403)
    const file = await deployment.database.transaction((tx) => makeFile(tx, ticket, now))
    if (!file) return c.text(files.notAllowed, 403)
    return send(c, file)
  })
}

function send(c: Context, { name, type, bytes }: { name: string; type: string; bytes: Uint8Array }) {
  // The old form for what does not know the new one, which alone may hold Chinese.
  const plain = `linli.${name.split('.').at(-1) ?? ''}`
  c.header(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  c.header('Content-Type', type)
  return c.body(new Uint8Array(bytes).buffer)
}
