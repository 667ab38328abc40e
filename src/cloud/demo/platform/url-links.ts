import type { Hono } from 'hono'
import { DAY, SECOND, type Instant } from '@/domain/time'

interface Wanted {
  path?: string
  query?: string
  expire_type?: number
  expire_time?: number
  expire_interval?: number
}

const QUERY = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~%-]{0,1024}$/
const LONGEST = 30 * DAY

/** urllink.generate: a link that opens the mini-program from outside WeChat. */
export function mountUrlLinks(app: Hono, now: () => Instant): void {
  let made = 0
  app.post('/wxa/generate_urllink', async (c) => {
    const { path = '', query = '', ...until } = await c.req.json<Wanted>()
    if (path.includes('?')) return c.json({ errcode: 40165, errmsg: 'invalid weapp pagepath' })
    if (!QUERY.test(query)) return c.json({ errcode: 40212, errmsg: 'invalid query' })
    const at =
      until.expire_type === 1 ? now() + (until.expire_interval ?? 0) * DAY : (until.expire_time ?? 0) * SECOND
    if (at <= now() || at > now() + LONGEST) return c.json({ errcode: 85401, errmsg: 'invalid expire_time' })
    made += 1
    return c.json({ errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/standin${made}` })
  })
}
