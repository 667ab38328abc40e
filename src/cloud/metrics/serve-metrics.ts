import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { peerOf } from '../rate-limit'
import type { Metrics } from './metrics'

/** Who may read the figures. */
export interface MetricsAccess {
  /** lets in by `Authorization: Bearer …`; null: there is none */
  token: string | null
  /** whether a connection from this machine is one of its own people; not so behind a proxy, which may run here too */
  localToo: boolean
}

/**
 * `/metrics`, for who watches over the server and nobody else.
 * @param refuse answers who may not
 */
export function serveMetrics(
  app: Hono,
  metrics: Metrics,
  { token, localToo }: MetricsAccess,
  refuse: (c: Context, code: 'unauthenticated' | 'not_found', message: string) => Response,
): void {
  const isRight = token === null ? () => false : comparing(`Bearer ${token}`)
  app.get('/metrics', async (c) => {
    if (!isRight(c.req.header('Authorization') ?? '') && !(localToo && isFromHere(c))) {
      return token === null
        ? refuse(c, 'not_found', 'there is nothing here')
        : refuse(c, 'unauthenticated', 'this needs Authorization: Bearer METRICS_TOKEN')
    }
    const { type, text } = await metrics.read()
    return c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  })
}

/** Takes as long for what is nearly right as for what is wrong. */
function comparing(right: string): (given: string) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(right)
  return (given) => timingSafeEqual(digest(given), expected)
}

const OF_PROXIES = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Real-IP', 'Via']

function isFromHere(c: Context): boolean {
  // A proxy that nobody has told us of.
  if (OF_PROXIES.some((name) => c.req.header(name) !== undefined)) return false
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(peerOf(c))
}
