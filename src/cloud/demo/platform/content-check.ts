import type { Hono } from 'hono'

/** What a text has to hold so that the check answers so: to try out what each answer leads to. */
export const MARKS = {
  risky: '假广告',
  review: '拿不准',
  tooOften: '太频繁',
  stale: '很久没来',
  broken: '平台坏了',
  silent: '不答复',
} as const

/** Longer than anybody's patience. */
const SILENCE = 60_000

/** security.msgSecCheck 2.0 */
export function mountContentCheck(app: Hono): void {
  app.post('/wxa/msg_sec_check', async (c) => {
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
}
