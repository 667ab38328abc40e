import { Hono } from 'hono'
import type { FetchUrl } from '../wechat/access-token'
import { mountSubscribe } from './platform/subscribe'

/** What a text has to hold so that the check answers so: to try out what each answer leads to. */
export const MARKS = {
  risky: '假广告',
  review: '拿不准',
  tooOften: '太频繁',
  stale: '很久没来',
  broken: '平台坏了',
  silent: '不答复',
} as const

const TOKEN = 'stand-in-token'
/** Longer than anybody's patience. */
const SILENCE = 60_000

/** Answers like the platform's HTTP API, by its documentation, on this machine. */
export function createPlatformStandIn(): Hono {
  const app = new Hono()
  app.post('/cgi-bin/stable_token', async (c) => {
    const body = await c.req.json<{ appid?: string; secret?: string }>()
    if (!body.appid) return c.json({ errcode: 41002, errmsg: 'appid missing' })
    if (!body.secret) return c.json({ errcode: 41004, errmsg: 'appsecret missing' })
    return c.json({ access_token: TOKEN, expires_in: 7200 })
  })
  app.post('/wxa/msg_sec_check', async (c) => {
    if (c.req.query('access_token') !== TOKEN)
      return c.json({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' })
    const body = await c.req.json<{ openid?: string; version?: number; content?: string; title?: string }>()
    if (body.version !== 2 || !body.openid) return c.json({ errcode: 40003, errmsg: 'invalid openid' })
    if (!body.content) return c.json({ errcode: 44002, errmsg: 'empty post data' })
    const text = `${body.title ?? ''}\n${body.content}`
    if (text.includes(MARKS.broken)) return c.html('<html><body>502 Bad Gateway</body></html>', 502)
    if (text.includes(MARKS.tooOften))
      return c.json({ errcode: 45009, errmsg: 'reach max api daily quota limit' })
    if (text.includes(MARKS.stale)) return c.json({ errcode: 61010, errmsg: 'code is expired' })
    if (text.includes(MARKS.silent)) await new Promise((done) => setTimeout(done, SILENCE).unref())
    const [suggest, label] = text.includes(MARKS.risky)
      ? ['risky', 10001]
      : text.includes(MARKS.review)
        ? ['review', 21000]
        : ['pass', 100]
    return c.json({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: '60ae120f-371d5872-7941a05b',
    })
  })
  mountSubscribe(app, TOKEN)
  return app
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
