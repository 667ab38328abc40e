import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { MARKS } from '@/cloud/demo/platform/content-check'
import { createPlatformStandIn } from '@/cloud/demo/platform/stand-in'
import { tick } from '@/cloud/tick'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const SATURDAY = NOW + 3 * DAY

let server: ServerType
let linli: TestDeployment
let community: Neighbourhood
/** what the platform was asked, and what it does to every question; null: it answers as it does */
const heard: { path: string; body: Record<string, unknown> }[] = []
let trouble: (() => Response) | null = null

beforeAll(async () => {
  const platform = new Hono()
  platform.use(async (c, next) => {
    heard.push({ path: c.req.path, body: await c.req.raw.clone().json() })
    if (trouble) return trouble()
    await next()
    return undefined
  })
  platform.route('/', createPlatformStandIn())
  server = await new Promise((resolve) => {
    const listening: ServerType = serve({ fetch: platform.fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(listening),
    )
  })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(async () => {
  trouble = null
  heard.length = 0
  linli = await deploy(NOW)
  const { port } = server.address() as AddressInfo
  const apiUrl = `http://127.0.0.1:${port}`
  const platform = createPlatformServices({ appId: 'app', secret: 'secret', apiUrl })
  Object.assign(linli.services, platform)
  community = await settle(linli)
  await community.resident('admin', { role: 'admin' })
})
afterEach(() => linli.close())

const reading = (activity: object = {}) =>
  pictureBookClass(community.communityId, SATURDAY, [post()], activity)
const feed = async () => {
  const { communityId } = community
  return (await done(linli, 'cadre', 'listSessions', { communityId })).sessions
}
const heldCalls = async () =>
  (await done(linli, 'cadre', 'listHeldCalls', { communityId: community.communityId })).calls
const inbox = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId: community.communityId })).notices.map((it) => it.kind)

describe('publishing', () => {
  it('asks the platform about every text of the call, in the name of who publishes it', async () => {
    await done(linli, 'cadre', 'publishCall', reading({ bring: '带水杯', contact: '值班室' }))
    const [token, check] = heard
    expect(token).toEqual({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: 'app', secret: 'secret' },
    })
    expect(check?.path).toBe('/wxa/msg_sec_check')
    expect(check?.body).toMatchObject({ openid: 'cadre', version: 2, scene: 3, title: '周六绘本课' })
    for (const text of ['周六绘本课', '社区图书室', '带水杯', '值班室', '领读志愿者'])
      expect(check?.body.content).toContain(text)
    expect(await feed()).toHaveLength(1)
    await done(linli, 'cadre', 'publishCall', reading())
    expect(heard.filter((it) => it.path === '/cgi-bin/stable_token')).toHaveLength(1)
  })

  it('is refused with what was found, and nothing of it is kept', async () => {
    const envelope = await call(linli, 'cadre', 'publishCall', reading({ description: MARKS.risky }))
    expect(reasonOf(envelope)).toEqual({ reason: 'content_refused', label: 'advert' })
    expect(await feed()).toHaveLength(0)
    expect(await heldCalls()).toEqual([])
  })

  it('waits for an admin where the platform is not sure', async () => {
    const { communityId } = community
    const { sessionIds, held } = await done(linli, 'cadre', 'publishCall', reading({ bring: MARKS.review }))
    expect(sessionIds).toEqual([])
    expect(held?.state).toBe('review')
    const heldId = held?.id ?? ''
    await tick(linli, NOW + DAY)
    expect(await feed()).toHaveLength(0)
    expect(await heldCalls()).toMatchObject([{ id: heldId, state: 'review', own: true, label: 'other' }])

    expect(await call(linli, 'cadre', 'releaseHeldCall', { communityId, heldId })).toMatchObject({
      error: { code: 'forbidden' },
    })
    const again = await call(linli, 'cadre', 'retryHeldCall', { communityId, heldId })
    expect(reasonOf(again)).toEqual({ reason: 'content_waits', state: 'review' })
    const released = await done(linli, 'admin', 'releaseHeldCall', { communityId, heldId })
    expect(await feed()).toMatchObject([{ id: released.sessionIds[0] }])
    expect(await heldCalls()).toEqual([])
    expect(await call(linli, 'admin', 'releaseHeldCall', { communityId, heldId })).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  const answers: [string, (() => Response) | null, string][] = [
    ['the platform is silent', () => new Response(null, { status: 504 }), 'x'],
    ['it answers with a page of HTML', null, MARKS.broken],
    ['it has been asked too often', null, MARKS.tooOften],
    ['the token is refused for good', () => Response.json({ errcode: 40001, errmsg: 'invalid' }), 'x'],
    ['it answers something else', () => Response.json({ errcode: -1, errmsg: 'system error' }), 'x'],
    ['it answers a list', () => Response.json([]), 'x'],
  ]
  it.each(answers)('waits, and goes out by itself later, when %s', async (_, answer, description) => {
    trouble = answer
    const { held } = await done(linli, 'cadre', 'publishCall', reading({ description }))
    expect(held?.state).toBe('unanswered')
    await tick(linli, NOW + MINUTE - 1)
    expect(await heldCalls()).toMatchObject([{ nextTryAt: NOW + MINUTE }])

    trouble = () => Response.json({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } })
    const kept = linli.services.checkContent
    linli.services.checkContent = () => Promise.resolve({ suggest: 'pass' })
    linli.clock.now = NOW + MINUTE
    await Promise.all([tick(linli, NOW + MINUTE), tick(linli, NOW + MINUTE)])
    linli.services.checkContent = kept
    expect(await feed()).toHaveLength(1)
    expect(await heldCalls()).toEqual([])
    expect(await inbox('cadre')).toEqual(['call_published'])
    expect(linli.failures).toEqual([])
  })

  it('waits longer each time, and says when a later answer is no', async () => {
    trouble = () => new Response('', { status: 500 })
    await done(linli, 'cadre', 'publishCall', reading({ description: MARKS.risky }))
    await tick(linli, NOW + MINUTE)
    expect(await heldCalls()).toMatchObject([{ nextTryAt: NOW + 3 * MINUTE }])
    expect(await inbox('cadre')).toEqual([])
    trouble = null
    await tick(linli, NOW + 3 * MINUTE)
    expect(await heldCalls()).toMatchObject([{ state: 'risky', label: 'advert', nextTryAt: null }])
    expect(await inbox('cadre')).toEqual(['call_stopped'])
    expect(await feed()).toHaveLength(0)
  })

  it('is not asked about again by itself for somebody who was not there lately, only by a tap', async () => {
    const { communityId } = community
    const stale = reading({ description: MARKS.stale })
    const { held } = await done(linli, 'cadre', 'publishCall', stale)
    expect(await heldCalls()).toMatchObject([{ state: 'unanswered', nextTryAt: null }])
    linli.services.checkContent = () => Promise.resolve({ suggest: 'pass' })
    await tick(linli, NOW + DAY)
    expect(await feed()).toHaveLength(0)
    const { sessionIds } = await done(linli, 'cadre', 'retryHeldCall', {
      communityId,
      heldId: held?.id ?? '',
    })
    expect(await feed()).toMatchObject([{ id: sessionIds[0] }])
  })

  it('is not published when its time has gone by meanwhile', async () => {
    trouble = () => new Response('', { status: 500 })
    await done(linli, 'cadre', 'publishCall', reading())
    trouble = null
    linli.clock.now = SATURDAY + HOUR
    await tick(linli, SATURDAY + HOUR)
    expect(await heldCalls()).toMatchObject([{ state: 'outdated' }])
    expect(await inbox('cadre')).toEqual(['call_stopped'])
  })

  it('in other words takes the place of what waited', async () => {
    const { held } = await done(linli, 'cadre', 'publishCall', reading({ bring: MARKS.review }))
    const reworded = { ...reading({ bring: '带水杯' }), replaces: held?.id }
    await done(linli, 'cadre', 'publishCall', reworded)
    expect(await heldCalls()).toEqual([])
    expect(await feed()).toHaveLength(1)
  })

  it('is given up by a tap, and by nobody of another community', async () => {
    const { communityId } = community
    const { held } = await done(linli, 'cadre', 'publishCall', reading({ bring: MARKS.review }))
    const heldId = held?.id ?? ''
    const other = await settle(linli, '别处')
    const strange = await call(linli, 'cadre', 'dropHeldCall', { communityId: other.communityId, heldId })
    expect(strange).toMatchObject({ error: { code: 'not_found' } })
    await done(linli, 'cadre', 'dropHeldCall', { communityId, heldId })
    expect(await heldCalls()).toEqual([])
  })

  it('is published once however often the same request comes', async () => {
    const once = () => call(linli, 'cadre', 'publishCall', reading(), 'publish-once-1')
    const answers = await Promise.all([once(), once(), once()])
    expect(new Set(answers.map((it) => JSON.stringify(it.ok && it.data))).size).toBe(1)
    expect(await feed()).toHaveLength(1)
  })

  it('does not trouble the platform for who may not publish', async () => {
    await community.resident('neighbour')
    await call(linli, 'neighbour', 'publishCall', reading())
    expect(heard).toEqual([])
  })
})

describe('what cannot wait', () => {
  it('is refused unless its words have passed, and goes without words', async () => {
    const { communityId } = community
    const { sessionIds } = await done(linli, 'cadre', 'publishCall', reading())
    const [sessionId = ''] = sessionIds
    const off = (note: string) =>
      call(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note })
    expect(reasonOf(await off(MARKS.risky))).toEqual({ reason: 'content_refused', label: 'advert' })
    expect(reasonOf(await off(MARKS.broken))).toEqual({ reason: 'content_unchecked' })
    const times = {
      startsAt: new Date(SATURDAY).toISOString(),
      endsAt: new Date(SATURDAY + HOUR).toISOString(),
    }
    const move = { communityId, sessionId, version: 1, ...times, place: MARKS.review }
    expect(reasonOf(await call(linli, 'cadre', 'changeSession', move))).toEqual({
      reason: 'content_unchecked',
    })
    trouble = () => new Response('', { status: 500 })
    expect((await off('')).ok).toBe(true)
  })
})

describe('the platform’s client', () => {
  const check = (answers: (() => Promise<Response>)[]) => {
    const asked: string[] = []
    const fetchUrl = (url: string) => {
      asked.push(new URL(url).pathname)
      return (answers.shift() ?? (() => Promise.reject(new Error('no more answers'))))()
    }
    const account = { appId: 'a', secret: 's', apiUrl: 'http://platform' }
    const { checkContent: ask } = createPlatformServices(account, fetchUrl)
    return { asked, ask: () => ask('open-id', { title: 't', content: 'c' }) }
  }
  const json = (body: unknown) => () => Promise.resolve(Response.json(body))
  const token = json({ access_token: 'one', expires_in: 7200 })
  const passed = json({ errcode: 0, result: { suggest: 'pass', label: 100 } })

  it('takes a new token once when the platform refuses the one it has', async () => {
    const { asked, ask } = check([token, json({ errcode: 42001 }), token, passed])
    expect(await ask()).toEqual({ suggest: 'pass' })
    expect(asked).toHaveLength(4)
  })

  it.each([20001, 10001, 99999])('names the label %s', async (label) => {
    const { ask } = check([token, json({ errcode: 0, result: { suggest: 'risky', label } })])
    const names = { 20001: 'politics', 10001: 'advert', 99999: 'other' } as Record<number, string>
    expect(await ask()).toEqual({ suggest: 'risky', label: names[label] })
  })

  it('takes no answer for a verdict', async () => {
    const silence = { suggest: 'unanswered', cause: 'no_answer' }
    const timeOut = () => Promise.reject(new DOMException('timed out', 'TimeoutError'))
    expect(await check([timeOut]).ask()).toEqual(silence)
    expect(await check([json({ errcode: 40125, errmsg: 'invalid appsecret' })]).ask()).toEqual(silence)
    expect(await check([token, timeOut]).ask()).toEqual(silence)
    expect(await check([token, json({ errcode: 0 })]).ask()).toEqual(silence)
  })
})
