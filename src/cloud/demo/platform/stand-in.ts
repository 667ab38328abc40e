import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { Instant } from '@/domain/time'
import type { FetchUrl } from '../../wechat/access-token'
import { mountContentCheck } from './content-check'
import { mountLiveCards } from './live-cards'
import { PlatformLog } from './log'
import { mountMiniCodes } from './mini-codes'
import { mountSubscribe } from './subscribe'
import { mountUrlLinks } from './url-links'

const TOKEN = 'stand-in-token'

/**
 * Answers like the platform's HTTP API, by its documentation, on this machine, and keeps what it was sent.
 * @param now of the clock its ids expire by
 */
export function createPlatformStandIn(now: () => Instant = Date.now, log = new PlatformLog()): Hono {
  const app = new Hono()
  app.post('/cgi-bin/stable_token', async (c) => {
    const body = await c.req.json<{ appid?: string; secret?: string }>()
    if (!body.appid) return c.json({ errcode: 41002, errmsg: 'appid missing' })
    if (!body.secret) return c.json({ errcode: 41004, errmsg: 'appsecret missing' })
    return c.json({ access_token: TOKEN, expires_in: 7200 })
  })
  app.use(keepingLog(now, log), withToken)
  mountContentCheck(app)
  mountLiveCards(app, now)
  mountMiniCodes(app)
  mountUrlLinks(app, now)
  mountSubscribe(app)
  return app
}

function keepingLog(now: () => Instant, log: PlatformLog): MiddlewareHandler {
  return async (c, next) => {
    const { access_token: _, ...query } = c.req.query()
    const entry = log.note(now(), c.req.path, { ...query, ...(await bodyOf(c)) })
    await next()
    const type = c.res.headers.get('content-type') ?? ''
    if (type.startsWith('image/')) entry.answer = 'image'
    else if (type.startsWith('application/json'))
      entry.answer = (await c.res.clone().json()) as Record<string, unknown>
    else entry.answer = 'other'
  }
}

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  if (c.req.method !== 'POST') return {}
  const body: unknown = await c.req.raw
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

const withToken: MiddlewareHandler = async (c, next) => {
  if (c.req.query('access_token') !== TOKEN)
    return c.json({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' })
  await next()
  return undefined
}

/** Asks it without a network, as patiently as the caller is. */
export function fetchFrom(app: Hono): FetchUrl {
  return async (url, init) => {
    const { signal } = init
    const givenUp = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    })
    return Promise.race([app.request(url, init), givenUp])
  }
}
