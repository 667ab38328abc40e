import type { Hono } from 'hono'

interface Wanted {
  scene?: string
  page?: string
  check_path?: boolean
  width?: number
}

/** Pages that are published; others are refused unless `check_path` is false. */
const PUBLISHED = ['pages/session/index', 'pages/home/index']
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/

/** A picture of one point stands for the code. */
const IMAGE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** wxacode.getUnlimited: an image, or JSON that says why not. */
export function mountMiniCodes(app: Hono): void {
  app.post('/wxa/getwxacodeunlimit', async (c) => {
    const { scene = '', page = '', check_path: checked = true, width = 430 } = await c.req.json<Wanted>()
    if (scene.length > 32) return c.json({ errcode: 40169, errmsg: 'invalid length for scene' })
    if (!SCENE.test(scene)) return c.json({ errcode: 40129, errmsg: 'invalid scene' })
    if (page.startsWith('/') || page.includes('?') || (checked && !PUBLISHED.includes(page)))
      return c.json({ errcode: 41030, errmsg: 'invalid page' })
    if (width < 280 || width > 1280) return c.json({ errcode: 40097, errmsg: 'invalid args' })
    return c.body(new Uint8Array(IMAGE).buffer, 200, { 'Content-Type': 'image/png' })
  })
}
