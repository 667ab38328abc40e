import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { PlatformLog } from '@/cloud/demo/platform/log'
import { createPlatformStandIn } from '@/cloud/demo/platform/stand-in'
import { pushLiveCards } from '@/cloud/live-cards/push'
import { createSoon } from '@/cloud/live-cards/soon'
import { tick } from '@/cloud/tick'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { DAY, HOUR, MINUTE, SECOND } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const STARTS = NOW + 20 * HOUR
const SEND = '/cgi-bin/message/wxopen/updatablemsg/send'
const CREATE = '/cgi-bin/message/wxopen/activityid/create'

let server: ServerType
let linli: TestDeployment
let community: Neighbourhood
let log: PlatformLog
let standIn: Hono
/** what it does to every question but that for a token; null: it answers as it does */
let trouble: (() => Response | Promise<Response>) | null = null

beforeAll(async () => {
  const platform = new Hono()
  platform.use(async (c, next) => {
    if (trouble && !c.req.path.includes('token')) return trouble()
    await next()
    return undefined
  })
  platform.all('*', (c) => standIn.fetch(c.req.raw))
  server = await new Promise((resolve) => {
    const listening: ServerType = serve({ fetch: platform.fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(listening),
    )
  })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(async () => {
  trouble = null
  linli = await deploy(NOW)
  log = new PlatformLog()
  standIn = createPlatformStandIn(linli.now, log)
  const { port } = server.address() as AddressInfo
  const account = { appId: 'app', secret: 'secret', apiUrl: `http://127.0.0.1:${port}` }
  Object.assign(linli.services, createPlatformServices(account))
  community = await settle(linli)
})
afterEach(() => linli.close())

async function publish(startsAt = STARTS, slots: object[] = [post()]): Promise<string> {
  const call_ = pictureBookClass(community.communityId, startsAt, slots)
  const { sessionIds } = await done(linli, 'cadre', 'publishCall', call_)
  return sessionIds[0] ?? ''
}
const share = async (sessionId: string, who = 'cadre') => {
  const { communityId } = community
  return (await done(linli, who, 'createLiveCard', { communityId, sessionId })).liveCard
}
const slotOf = async (sessionId: string) => {
  const { communityId } = community
  return (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
}
async function book(sessionId: string, who: string): Promise<string> {
  const { communityId } = community
  await community.resident(who)
  const slotId = await slotOf(sessionId)
  return (await done(linli, who, 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })).bookingId
}
const tickAt = (at: number) => {
  linli.clock.now = at
  return tick(linli, at)
}
/** every update the platform was sent: 0 1/2, 1, 2, and what it said when that was an error */
const told = () =>
  log
    .entries()
    .filter((it) => it.path === SEND)
    .map(({ asked, answer }) => {
      const { target_state, template_info } = asked as {
        target_state: number
        template_info: { parameter_list: { value: string }[] }
      }
      const counts = template_info.parameter_list.map((it) => it.value).join('/')
      const { errcode } = answer as { errcode: number }
      return [target_state, ...(target_state === 0 ? [counts] : []), ...(errcode ? [errcode] : [])].join(' ')
    })
const created = () => log.entries().filter((it) => it.path === CREATE).length
const pushed = () => pushLiveCards(linli, community.communityId, linli.clock.now)

it('lives a full life: shared, filled place by place, queued for, begun, over', async () => {
  const sessionId = await publish()
  const card = await share(sessionId)
  expect(card).toMatchObject({ memberCount: 0, roomLimit: 2 })
  await tickAt(NOW + MINUTE)
  expect(told()).toEqual([])
  await book(sessionId, 'one')
  await tickAt(NOW + 2 * MINUTE)
  const second = await book(sessionId, 'two')
  await tickAt(NOW + 3 * MINUTE)
  await community.resident('three')
  const { communityId } = community
  const wait = { communityId, slotId: await slotOf(sessionId), party: [{ kind: 'self' }], usePoints: false }
  await done(linli, 'three', 'joinWaitlist', wait)
  await tickAt(NOW + 4 * MINUTE)
  // Given up, it is at once that of who waits: nothing changes to be seen.
  await done(linli, 'two', 'cancelBooking', { communityId, bookingId: second })
  await tickAt(NOW + 5 * MINUTE)
  await tickAt(STARTS - HOUR)
  await tickAt(STARTS)
  await tickAt(STARTS + HOUR)
  await tickAt(STARTS + HOUR + MINUTE)
  expect(told()).toEqual(['0 1/2', '0 2/2', '1', '2'])
  const ofStart = log.entries().find((it) => it.asked.target_state === 1)
  expect(ofStart?.asked).toMatchObject({
    activity_id: card?.activityId,
    template_info: {
      parameter_list: [
        { name: 'path', value: `pages/session/index?c=${communityId}&s=${sessionId}` },
        { name: 'version_type', value: 'release' },
      ],
    },
  })
  expect(linli.failures).toEqual([])
  process.stdout.write(
    `${log
      .entries()
      .map(({ at, path, asked, answer }) => JSON.stringify({ at: new Date(at), path, asked, answer }))
      .join('\n')}\n`,
  )
})

it('stays open while somebody waits, and follows a place that comes back', async () => {
  const sessionId = await publish(STARTS, [post({ capacity: 1 })])
  await share(sessionId)
  const bookingId = await book(sessionId, 'one')
  await pushed()
  await done(linli, 'one', 'cancelBooking', { communityId: community.communityId, bookingId })
  await pushed()
  expect(told()).toEqual(['0 1/1', '0 0/1'])
})

it('ends when the session is cancelled, and no other card is made for it', async () => {
  const sessionId = await publish()
  await share(sessionId)
  const off = { communityId: community.communityId, sessionId, cause: 'weather', note: '' }
  await done(linli, 'cadre', 'cancelSession', off)
  await tickAt(NOW + MINUTE)
  await tickAt(NOW + 2 * MINUTE)
  expect(told()).toEqual(['2'])
  expect(await share(sessionId)).toBeNull()
})

it('has one id, however many people share it, and visitors may', async () => {
  const sessionId = await publish()
  const cards = await Promise.all(Array.from({ length: 10 }, (_, who) => share(sessionId, `visitor-${who}`)))
  expect(new Set(cards.map((it) => it?.activityId)).size).toBe(1)
  const before = created()
  await share(sessionId)
  expect(created()).toBe(before)
})

it('is an ordinary card when the session is further ahead than the platform keeps a live one', async () => {
  const sessionId = await publish(NOW + DAY + MINUTE)
  expect(await share(sessionId)).toBeNull()
  expect(created()).toBe(0)
  linli.clock.now = NOW + 2 * MINUTE
  expect(await share(sessionId)).not.toBeNull()
})

it('is none of another community’s session, and nobody unknown asks for one', async () => {
  const sessionId = await publish()
  const other = await settle(linli, '别处')
  const strange = await call(linli, 'cadre', 'createLiveCard', { communityId: other.communityId, sessionId })
  expect(strange).toMatchObject({ error: { code: 'not_found' } })
  const { communityId } = community
  expect(await call(linli, null, 'createLiveCard', { communityId, sessionId })).toMatchObject({
    error: { code: 'unauthenticated' },
  })
})

const page = () => new Response('<html>502 Bad Gateway</html>', { status: 502 })
const answers: [string, () => Response][] = [
  ['answers with a page of HTML', page],
  ['has been asked too often', () => Response.json({ errcode: 45009, errmsg: 'quota' })],
  ['refuses every token', () => Response.json({ errcode: 40001, errmsg: 'invalid credential' })],
  ['is busy', () => Response.json({ errcode: -1, errmsg: 'system error' })],
  ['answers without an id', () => Response.json({ errcode: 0 })],
]
describe('when the platform', () => {
  it.each(answers)('%s, the card is an ordinary one', async (_, answer) => {
    const sessionId = await publish()
    trouble = answer
    expect(await share(sessionId)).toBeNull()
    trouble = null
    expect(await share(sessionId)).not.toBeNull()
    expect(linli.failures).toEqual([])
  })

  it.each([
    ['does not answer a push', page, MINUTE],
    ['has been asked too often', () => Response.json({ errcode: 45009 }), HOUR],
  ])('%s, the booking stands and the card is told later', async (_, answer, wait) => {
    const sessionId = await publish()
    await share(sessionId)
    trouble = answer
    await book(sessionId, 'one')
    await pushed()
    trouble = null
    linli.clock.now = NOW + wait - 1
    await pushed()
    expect(told()).toEqual([])
    linli.clock.now = NOW + wait
    await Promise.all([pushed(), pushed()])
    expect(told()).toEqual(['0 1/2'])
    expect(linli.failures).toEqual([])
  })

  it.each([47501, 47504])(
    'says %s, the card is given up and the next share has a new one',
    async (errcode) => {
      const sessionId = await publish()
      const first = await share(sessionId)
      trouble = () => Response.json({ errcode })
      await book(sessionId, 'one')
      await pushed()
      trouble = null
      await pushed()
      expect(told()).toEqual([])
      const second = await share(sessionId)
      expect(second).toMatchObject({ memberCount: 1 })
      expect(second?.activityId).not.toBe(first?.activityId)
    },
  )

  it('does not know the end, the card has at least begun', async () => {
    const sent: unknown[] = []
    const answerTo = async (url: string, init: RequestInit) => {
      if (url.includes('stable_token')) return Response.json({ access_token: 'one', expires_in: 7200 })
      const { target_state } = (await new Request(url, init).json()) as { target_state: number }
      sent.push(target_state)
      return Response.json({ errcode: target_state === 2 ? 47502 : 0 })
    }
    const account = { appId: 'a', secret: 's', apiUrl: 'http://platform' }
    const { liveCards } = createPlatformServices(account, answerTo)
    const over = { state: 'over', memberCount: 1, roomLimit: 2 } as const
    expect(await liveCards.push('id', over, 'path')).toBe('done')
    expect(sent).toEqual([2, 1])
  })
})

it('is told once of what many do at the same moment', async () => {
  const sessionId = await publish(STARTS, [post({ capacity: 10 })])
  await share(sessionId)
  const pushes: Promise<void>[] = []
  linli.changed = createSoon((communityId) => {
    const push = pushLiveCards(linli, communityId, linli.clock.now)
    pushes.push(push)
    return push
  }, 300)
  await Promise.all(Array.from({ length: 10 }, (_, who) => community.resident(`r${who}`)))
  const slotId = await slotOf(sessionId)
  const wanted = { communityId: community.communityId, slotId, party: [{ kind: 'self' }] }
  await Promise.all(Array.from({ length: 10 }, (_, who) => done(linli, `r${who}`, 'bookSlot', wanted)))
  await new Promise((resolve) => setTimeout(resolve, SECOND))
  await Promise.all(pushes)
  expect(pushes).toHaveLength(1)
  expect(told()).toEqual(['0 10/10'])
})

it('keeps open ids in the log cut short', () => {
  const { asked } = log.note(NOW, '/x', { openid: 'o6_bmjrPTlm6', touser: 'o6_bmjrPTlm6', scene: 3 })
  expect(asked).toEqual({ openid: 'o6_bmj…', touser: 'o6_bmj…', scene: 3 })
})
