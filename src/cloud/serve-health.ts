import type { Hono } from 'hono'
import type { Readiness, Unready } from './readiness'

const SAYS: Record<Unready, string> = {
  stopping: 'this server is going down',
  database: 'the database does not answer',
  migrations: 'the database is at another version than this program',
}

/**
 * `/healthz`: the process answers, else it had better be started anew. `/readyz`: it can answer people, 200 or 503.
 * Both say nothing that is not for everybody, and nobody is made to wait for asking.
 */
export function serveHealth(app: Hono, readiness: Readiness): void {
  const headers = { 'Cache-Control': 'no-store' }
  app.get('/healthz', (c) => c.json({ ok: true }, 200, headers))
  app.get('/readyz', async (c) => {
    const reason = await readiness.unready()
    if (reason === null) return c.json({ ok: true }, 200, headers)
    return c.json({ ok: false, reason, message: SAYS[reason] }, 503, headers)
  })
}
