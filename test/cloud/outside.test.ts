import { Hono } from 'hono'
import { fetchFrom, createPlatformStandIn } from '@/cloud/demo/platform/stand-in'
import { PlatformLog } from '@/cloud/demo/platform/log'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { DAY } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)

let linli: TestDeployment
let here: Neighbourhood
let at: { communityId: string; sessionId: string }
let log: PlatformLog
/** what the platform answers instead; null: as it is documented */
let trouble: (() => Response) | null

beforeEach(async () => {
  trouble = null
  log = new PlatformLog()
  linli = await deploy(NOW)
  const platform = new Hono()
  platform.use('/wxa/*', async (_, next) => {
    if (trouble) return trouble()
    await next()
    return undefined
  })
  platform.route(
    '/',
    createPlatformStandIn(() => linli.clock.now, log),
  )
  const account = { appId: 'app', secret: 'secret', apiUrl: 'http://platform.invalid' }
  Object.assign(linli.services, createPlatformServices(account, fetchFrom(platform)))
  here = await settle(linli)
  const { communityId } = here
  const draft = pictureBookClass(communityId, NOW + 3 * DAY, [post()])
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', draft)
  at = { communityId, sessionId: sessionIds[0] ?? '' }
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const code = (more: object = {}) => done(linli, 'cadre', 'getMiniCode', { ...at, ...more })
const link = (more: object = {}) => done(linli, 'cadre', 'getUrlLink', { ...at, ...more })
const asked = (path: string) => log.entries().filter((it) => it.path === path)
const html = () => new Response('<html><body>502 Bad Gateway</body></html>', { status: 502 })
const errcode = (errcode: number) => () => Response.json({ errcode, errmsg: 'no' })

it('is a code that names community, session and share in 32 characters at most', async () => {
  const { image, lacks } = await code({ shareId: 'abc123' })
  expect(lacks).toBeNull()
  expect(image).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/)
  const [entry] = asked('/wxa/getwxacodeunlimit')
  const scene = `c=${at.communityId}&s=${at.sessionId}&h=abc123`
  expect(entry?.asked).toMatchObject({ scene, page: 'pages/session/index', check_path: true })
  expect(scene.length).toBeLessThanOrEqual(32)
})

it('is a link from outside WeChat that names the same', async () => {
  expect((await link({ shareId: 'abc123' })).urlLink).toMatch(/^https:/)
  const [entry] = asked('/wxa/generate_urllink')
  expect(entry?.asked).toMatchObject({
    path: 'pages/session/index',
    query: `c=${at.communityId}&s=${at.sessionId}&h=abc123`,
  })
})

it.each([
  ['a page that is not published', errcode(41030), 'unpublished'],
  ['a quota that is used up', errcode(45009), 'unanswered'],
  ['HTML', html, 'unanswered'],
  [
    'an image that is far too large',
    () => new Response(new Uint8Array(200_000), { headers: { 'content-type': 'image/jpeg' } }),
    'unanswered',
  ],
] as const)('is no code, said plainly, after %s', async (_, answer, lacks) => {
  trouble = answer
  expect(await code()).toEqual({ image: null, lacks })
})

it.each([
  ['a quota that is used up', errcode(85402)],
  ['HTML', html],
  ['a link that is none', () => Response.json({ errcode: 0, url_link: 'javascript:alert(1)' })],
])('is no link after %s', async (_, answer) => {
  trouble = answer
  expect(await link()).toEqual({ urlLink: null })
})

it('is nothing without an account of the platform', async () => {
  Object.assign(linli.services, createPlatformServices(null))
  expect(await code()).toEqual({ image: null, lacks: 'unanswered' })
  expect(await link()).toEqual({ urlLink: null })
})

it('is of no session that is not there, and of no share that could not be one', async () => {
  for (const action of ['getMiniCode', 'getUrlLink'] as const) {
    expect(await call(linli, 'cadre', action, { ...at, sessionId: '0000000000' })).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await call(linli, 'cadre', action, { ...at, shareId: '🙂🙂🙂' })).toMatchObject({
      error: { code: 'bad_input' },
    })
  }
  expect(asked('/wxa/getwxacodeunlimit')).toEqual([])
})

it.each([
  ['a scene of 33 characters', 'c=abc123&s=0123456789&h=abc123xyz'],
  ['a scene with %', 'c=abc123&s=0123456789&h=abc12%'],
  ['an emoji', 'c=abc123&s=🌱'],
])('is no code, and no failure, for %s, which the platform does not take', async (_, scene) => {
  expect(await linli.services.makeMiniCode('pages/session/index', scene)).toEqual({ kind: 'unanswered' })
  expect(asked('/wxa/getwxacodeunlimit').map((it) => it.answer)).toMatchObject([
    { errcode: expect.any(Number) as number, errmsg: expect.stringContaining('scene') as string },
  ])
})
