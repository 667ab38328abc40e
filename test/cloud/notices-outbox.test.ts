import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { createPlatformStandIn } from '@/cloud/demo/platform/stand-in'
import { MESSAGE_MARKS } from '@/cloud/demo/platform/subscribe'
import { MessageRefused } from '@/cloud/send-messages'
import { tick } from '@/cloud/tick'
import { readTemplateForm, type TemplateForms } from '@/cloud/wechat/message-template'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { MESSAGE_TEMPLATES } from '@/domain/platform-message'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const STARTS = Date.parse('2026-03-07T10:00:00+08:00')
const EVENING = Date.parse('2026-03-06T20:00:00+08:00')
const SEND = '/cgi-bin/message/subscribe/send'
const self = [{ kind: 'self' }]
const iso = (at: number) => new Date(at).toISOString()

interface Sent {
  touser: string
  template_id: string
  page: string
  data: Record<string, { value: string }>
}

let server: ServerType
let linli: TestDeployment
let community: Neighbourhood
let communityId: string
/** messages the platform was asked to bring, and what it does to each question; null: it answers as it does */
const sent: Sent[] = []
let trouble: ((path: string) => Response | null) | null = null

beforeAll(async () => {
  const platform = new Hono()
  platform.use(async (c, next) => {
    if (c.req.path === SEND) sent.push(await c.req.raw.clone().json())
    const answer = trouble?.(c.req.path)
    if (answer) return answer
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
  sent.length = 0
  linli = await deploy(MONDAY, 16)
  connect()
  community = await settle(linli)
  communityId = community.communityId
  for (const name of ['wang', 'li']) await community.resident(name)
})
afterEach(() => linli.close())

/** As a process does that has just started. */
function connect(): void {
  const { port } = server.address() as AddressInfo
  const templates = Object.fromEntries(
    MESSAGE_TEMPLATES.map((it) => [it, readTemplateForm(it, `template-${it}`)]),
  ) as TemplateForms
  const account = { appId: 'app', secret: 'secret', apiUrl: `http://127.0.0.1:${port}`, templates }
  Object.assign(linli.services, createPlatformServices(account))
}

/** As for a process that has just started, and gets none. */
function withoutToken(): void {
  connect()
  trouble = (path) => (path === SEND ? null : new Response('', { status: 500 }))
}

const answered = (who: string, template: string) =>
  done(linli, who, 'recordAccepts', { communityId, answers: [{ template, answer: 'accept' }] })
async function publish(
  activity: object = {},
  slot: object = post(),
): Promise<{ sessionId: string; slotId: string }> {
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, STARTS, [slot], activity),
  )
  const sessionId = published.sessionIds[0] ?? ''
  const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, slotId: slots[0]?.id ?? '' }
}
const book = (who: string, slotId: string) =>
  done(linli, who, 'bookSlot', { communityId, slotId, party: self })
/** `who` has booked, allows one message of each kind, and is to be reminded this evening. */
async function booked(who = 'wang', activity: object = {}) {
  const at = await publish(activity)
  await book(who, at.slotId)
  await answered(who, 'reminder')
  await answered(who, 'change')
  return at
}
async function tickAt(now: number): Promise<void> {
  linli.clock.now = now
  await tick(linli, now)
}
const query = <Row>(sql: string) => linli.database.transaction((tx) => tx.query<Row>(sql))
const states = async () =>
  (await query<{ state: string }>('SELECT state FROM platform_message ORDER BY created_at, notice_id')).map(
    (it) => it.state,
  )
async function acceptsOf(who: string, template = 'reminder'): Promise<number> {
  const [row] = await query<{ accepted: number }>(
    `SELECT accepted FROM message_accept a JOIN resident r ON r.id = a.resident_id
     WHERE r.open_id = '${who}' AND template = '${template}'`,
  )
  return row?.accepted ?? 0
}
const inbox = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.map((it) => it.kind).reverse()
const refusals = () => linli.failures.map((it) => (it instanceof MessageRefused ? it.code : it))

describe('a message', () => {
  it('goes to who allowed one, once, and leads to the session', async () => {
    const { sessionId } = await booked()
    await tickAt(EVENING)
    expect(sent).toEqual([
      {
        touser: 'wang',
        template_id: 'template-reminder',
        page: `pages/session/index?c=${communityId}&s=${sessionId}`,
        lang: 'zh_CN',
        data: {
          thing1: { value: '周六绘本课' },
          time2: { value: '2026年3月7日 10:00' },
          thing3: { value: '社区图书室' },
          thing4: { value: '来不了的话，请点开让出名额' },
        },
      },
    ])
    await tickAt(STARTS - 2 * HOUR)
    expect(sent).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
    expect(await acceptsOf('wang')).toBe(0)
    expect(await inbox('wang')).toEqual(['starts_tomorrow', 'starts_soon'])
    expect(linli.failures).toEqual([])
  })

  it('goes to nobody who allowed none, and the inbox has it all the same', async () => {
    const { slotId } = await publish()
    await book('wang', slotId)
    await tickAt(EVENING)
    expect(sent).toEqual([])
    expect(await inbox('wang')).toEqual(['starts_tomorrow'])
  })

  it('is one where one was allowed, whatever there is to say', async () => {
    const [one, other] = [await publish(), await publish({ title: '大扫除' })]
    await book('wang', one.slotId)
    await answered('wang', 'change')
    await done(linli, 'cadre', 'cancelSession', {
      communityId,
      sessionId: one.sessionId,
      cause: 'weather',
      note: '',
    })
    await book('wang', other.slotId)
    await done(linli, 'cadre', 'cancelSession', {
      communityId,
      sessionId: other.sessionId,
      cause: 'weather',
      note: '',
    })
    await tickAt(MONDAY + MINUTE)
    expect(sent).toHaveLength(1)
    expect((await states()).sort()).toEqual(['dropped', 'sent'])
    expect(await acceptsOf('wang', 'change')).toBe(0)
  })

  it('is sent once by eight ticks at once, and the inbox has it once', async () => {
    await booked()
    for (let tap = 0; tap < 8; tap += 1) await answered('wang', 'reminder')
    linli.clock.now = EVENING
    await Promise.all(Array.from({ length: 8 }, () => tick(linli, EVENING)))
    expect(sent).toHaveLength(1)
    expect(await acceptsOf('wang')).toBe(8)
    expect(await inbox('wang')).toEqual(['starts_tomorrow'])
  })

  it('tells of all that a resident can allow', async () => {
    const { sessionId, slotId } = await publish({}, post({ capacity: 1 }))
    const { bookingId } = await book('li', slotId)
    await answered('wang', 'vacancy')
    await answered('wang', 'change')
    await done(linli, 'wang', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
    await done(linli, 'li', 'cancelBooking', { communityId, bookingId })
    await tickAt(MONDAY + MINUTE)
    await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
    await tickAt(MONDAY + 2 * MINUTE)
    expect(sent.map((it) => [it.template_id, it.data.thing4?.value])).toEqual([
      ['template-vacancy', '候补有空位，已给您报上，来不了请早说'],
      ['template-change', '这一场取消了，不用来了'],
    ])
    expect(sent[1]?.data.phrase3).toEqual({ value: '已取消' })
  })

  it('is kept within what the platform takes, however long a title is', async () => {
    await booked('wang', {
      title: '👨‍👩‍👧周末亲子绘本共读与手工创作活动第十二期春天',
      place: '凤凰山社区党群服务中心二楼图书室靠窗一侧的小教室',
    })
    await tickAt(EVENING)
    expect(await states()).toEqual(['sent'])
    expect([...(sent[0]?.data.thing3?.value ?? '')]).toHaveLength(20)
  })
})

describe('when its sender dies between marking it and the answer', () => {
  it('is never sent again', async () => {
    await booked()
    const { messages } = linli.services
    linli.services.messages = { ...messages, send: () => Promise.reject(new Error('killed')) }
    await tickAt(EVENING)
    expect(await states()).toEqual(['sending'])
    linli.services.messages = messages
    await tickAt(EVENING + MINUTE)
    expect(await states()).toEqual(['sending'])
    await tickAt(EVENING + 3 * MINUTE)
    expect(await states()).toEqual(['unknown'])
    await tickAt(EVENING + 4 * MINUTE)
    expect(sent).toEqual([])
    expect(await inbox('wang')).toEqual(['starts_tomorrow'])
  })
})

describe('the platform’s answer', () => {
  const says = (errcode: number) => (path: string) =>
    path === SEND ? Response.json({ errcode, errmsg: 'no' }) : null

  it.each<[string, number, string, number, string[]]>([
    ['43101, that nobody allowed it, ends what was kept as allowed', 43101, 'refused', 0, []],
    ['47003, a field it does not take, is reported', 47003, 'refused', 1, ['47003 reminder']],
    ['41030, a page it does not know, is reported', 41030, 'refused', 1, ['41030 reminder']],
    ['20004, a template it does not know, is reported', 20004, 'refused', 1, ['20004 reminder']],
    ['40037, the same', 40037, 'refused', 1, ['40037 reminder']],
    ['40003, somebody it does not know, is reported', 40003, 'refused', 1, ['40003 reminder']],
    ['-1, that it is busy, may hide that it was sent', -1, 'unknown', 1, []],
  ])('%s', async (_, errcode, state, left, reported) => {
    await booked()
    await answered('wang', 'reminder')
    trouble = says(errcode)
    await tickAt(EVENING)
    expect(await states()).toEqual([state])
    expect(await acceptsOf('wang')).toBe(left)
    expect(refusals()).toEqual(reported)
    trouble = null
    await tickAt(EVENING + 10 * MINUTE)
    expect(sent).toHaveLength(1)
    expect(await inbox('wang')).toEqual(['starts_tomorrow'])
  })

  it('that a template is unknown lets that kind alone rest, for an hour', async () => {
    await booked()
    trouble = says(40037)
    await tickAt(EVENING)
    trouble = null
    const { sessionId } = await booked('li', { title: '大扫除' })
    await tickAt(STARTS - 2 * HOUR)
    expect(sent).toHaveLength(2)
    linli.clock.now = STARTS - 2 * HOUR
    trouble = says(40037)
    await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
    await tickAt(STARTS - 2 * HOUR + MINUTE)
    expect(sent).toHaveLength(3)
    expect(sent.at(-1)?.template_id).toBe('template-change')
    expect(linli.services.messages.ready(STARTS - 2 * HOUR + 2 * MINUTE)).not.toContain('change')
    expect(linli.services.messages.ready(STARTS - 2 * HOUR + 2 * MINUTE)).toContain('reminder')
    expect(linli.services.messages.ready(STARTS - HOUR + 2 * MINUTE)).toContain('change')
  })

  it('that the day’s quota is used up has it wait, with all others, for ten minutes', async () => {
    await booked()
    trouble = says(45009)
    await tickAt(EVENING)
    expect(await states()).toEqual(['waiting'])
    expect(await acceptsOf('wang')).toBe(1)
    trouble = null
    const { sessionId } = await booked('li')
    await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
    await tickAt(EVENING + 10 * MINUTE - 1)
    expect(sent).toHaveLength(1)
    await tickAt(EVENING + 10 * MINUTE)
    expect(sent.map((it) => it.touser).sort()).toEqual(['li', 'wang', 'wang'])
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await acceptsOf('wang')).toBe(0)
    expect(linli.failures).toEqual([])
  })

  it('that never came, for want of a token, has it wait', async () => {
    await booked()
    withoutToken()
    await tickAt(EVENING)
    expect(sent).toEqual([])
    expect(await states()).toEqual(['waiting'])
    expect(await acceptsOf('wang')).toBe(1)
    trouble = null
    await tickAt(EVENING + MINUTE)
    expect(await states()).toEqual(['sent'])
  })

  it.each([
    ['a page of HTML', MESSAGE_MARKS.broken],
    ['silence', MESSAGE_MARKS.silent],
  ])('of %s leaves it unknown: it is not sent again, and its leave is spent', async (_, title) => {
    await booked('wang', { title })
    await tickAt(EVENING)
    expect(await states()).toEqual(['unknown'])
    expect(await acceptsOf('wang')).toBe(0)
    await tickAt(EVENING + 10 * MINUTE)
    expect(sent).toHaveLength(1)
    expect(await inbox('wang')).toEqual(['starts_tomorrow'])
    expect(linli.failures).toEqual([])
  })

  it('touches no booking, whatever it is', async () => {
    const { sessionId, slotId } = await booked()
    trouble = () => new Response('<html>', { status: 502 })
    await tickAt(EVENING)
    expect((await book('li', slotId)).bookingId).toBeTruthy()
    const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
    expect(slots[0]?.places.held).toBe(2)
    expect(linli.failures).toEqual([])
  })
})

describe('a message that has waited too long', () => {
  /** The platform cannot be reached until then. */
  async function reachedAgain(from: number, at: number): Promise<void> {
    withoutToken()
    await tickAt(from)
    expect(await states()).toEqual(['waiting'])
    trouble = null
    await tickAt(at)
  }

  it('is not sent once the session has begun', async () => {
    await booked()
    await reachedAgain(STARTS - MINUTE, STARTS)
    expect(await states()).toEqual(['dropped'])
    expect(sent).toEqual([])
    expect(await acceptsOf('wang')).toBe(1)
  })

  it('is not sent of a session that was cancelled meanwhile', async () => {
    const { sessionId } = await booked()
    withoutToken()
    await tickAt(EVENING)
    await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
    trouble = null
    await tickAt(EVENING + MINUTE)
    expect(sent.map((it) => it.template_id)).toEqual(['template-change'])
  })

  it('is not sent of a slot that has opened by now', async () => {
    const opensAt = MONDAY + DAY
    const { slotId } = await publish({}, seat({ ageBand: null, opensAt: iso(opensAt) }))
    await done(linli, 'wang', 'remindMe', { communityId, slotId, party: self })
    await answered('wang', 'opening')
    await reachedAgain(opensAt - 5 * MINUTE, opensAt)
    expect(sent).toEqual([])
  })

  it('is sent of one that is about to', async () => {
    const opensAt = MONDAY + DAY
    const { slotId } = await publish({}, seat({ ageBand: null, opensAt: iso(opensAt) }))
    await done(linli, 'wang', 'remindMe', { communityId, slotId, party: self })
    await answered('wang', 'opening')
    await reachedAgain(opensAt - 5 * MINUTE, opensAt - 1)
    expect(sent).toMatchObject([{ data: { time2: { value: '2026年3月3日 09:00' } } }])
  })
})

it('waits for nobody long: what is left is sent by the next ticks', async () => {
  const { slotId } = await publish({}, post({ capacity: 30 }))
  const names = Array.from({ length: 12 }, (_, index) => `neighbour-${index}`)
  for (const name of names) {
    await community.resident(name)
    await answered(name, 'reminder')
    await book(name, slotId)
  }
  await tickAt(EVENING)
  expect(new Set(sent.map((it) => it.touser)).size).toBe(12)
  expect(sent).toHaveLength(12)
})
