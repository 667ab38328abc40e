import { DAY, HOUR, WEEK } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const iso = (at: number) => new Date(at).toISOString()
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let callId: string
let sessionIds: string[]

beforeEach(async () => {
  linli = await deploy(NOW)
  community = await settle(linli)
  ;({ communityId } = community)
  for (const who of ['wang', 'li']) await community.resident(who)
  await community.resident('colleague', { role: 'cadre' })
  const sessions = [0, 1].map((week) => {
    const startsAt = SATURDAY + week * WEEK
    return { startsAt: iso(startsAt), endsAt: iso(startsAt + HOUR) }
  })
  const cleanUp = { kind: 'clean_up', title: '大扫除', riskNote: '不爬高', insurance: '买了', bring: '手套' }
  const published = await done(linli, 'cadre', 'publishCall', {
    ...pictureBookClass(communityId, SATURDAY, [post(), seat({ ageBand: null, capacity: 1 })], cleanUp),
    sessions,
  })
  callId = published.callId ?? ''
  sessionIds = published.sessionIds
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

const texts = (change: object = {}) => ({
  ...{ cover: 'broom', title: '大扫除', description: '一起读一本绘本', bring: '手套' },
  ...{ riskNote: '不爬高', insurance: '买了', contact: '', ...change },
})
const put = (change: object, version = 1, who = 'cadre') =>
  call(linli, who, 'changeCall', { communityId, callId, version, activity: texts(change) })
const see = async (at: number, who = 'wang') =>
  done(linli, who, 'getSession', { communityId, sessionId: sessionIds[at] })
const book = async (who: string, at: number, slot = 0) =>
  done(linli, who, 'bookSlot', { communityId, slotId: (await see(at)).slots[slot]?.id, party: self })
const notices = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.filter(
    ({ kind }) => kind === 'call_changed',
  )
const audit = () =>
  linli.database.transaction((tx) =>
    tx.query<{ why: string }>("SELECT why FROM audit_entry WHERE action = 'changeCall' ORDER BY created_at"),
  )

it('changes the words on every session of the call, and writes down what they were', async () => {
  expect(await put({ title: '楼道大扫除', contact: '值班室', cover: 'garden' })).toMatchObject({
    ok: true,
    data: { version: 2, told: 0 },
  })
  for (const at of [0, 1])
    expect((await see(at)).activity).toMatchObject({
      title: '楼道大扫除',
      contact: '值班室',
      cover: 'garden',
    })
  const [entry] = await audit()
  expect(JSON.parse(entry?.why ?? '')).toEqual({
    title: { was: '大扫除', is: '楼道大扫除' },
    contact: { was: '', is: '值班室' },
    cover: { was: 'broom', is: 'garden' },
  })
})

it('tells who has booked of what to bring and of the risk, once, at the first session they come to', async () => {
  await book('wang', 0)
  await book('wang', 1)
  await book('li', 1)
  expect(await put({ bring: '雨衣', riskNote: '路滑，慢走' })).toMatchObject({ data: { told: 2 } })
  const change = { time: null, place: null, capacity: null, texts: { riskNote: true, bring: '雨衣' } }
  expect(await notices('wang')).toMatchObject([{ session: { id: sessionIds[0] }, change }])
  expect(await notices('li')).toMatchObject([{ session: { id: sessionIds[1] }, change }])
})

it('troubles nobody about a title, nor those who gave their place back, only wait, or were there already', async () => {
  const { bookingId } = await book('wang', 1, 1)
  await book('li', 0)
  expect(await put({ title: '扫除' })).toMatchObject({ data: { told: 0 } })
  await community.resident('zhao')
  const slotId = (await see(1)).slots[1]?.id
  await done(linli, 'zhao', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  linli.clock.now = SATURDAY
  expect(await put({ title: '扫除', bring: '水' }, 2)).toMatchObject({ data: { told: 1 } })
  await done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
  expect(await notices('li')).toEqual([])
  expect(await notices('zhao')).toEqual([])
  expect(await notices('wang')).toHaveLength(1)
})

it('does nothing and tells nobody when nothing is different', async () => {
  await book('wang', 0)
  expect(await put({})).toMatchObject({ data: { version: 1, told: 0 } })
  expect(await notices('wang')).toEqual([])
  expect(await audit()).toEqual([])
})

it('shows the second of two cadres what the first has changed, and overwrites nothing', async () => {
  const both = await Promise.all([put({ bring: '雨衣' }), put({ bring: '水杯' }, 1, 'colleague')])
  const [won] = both.filter((it) => it.ok)
  const [lost] = both.filter((it) => !it.ok)
  expect(won).toBeDefined()
  const { bring } = (await see(0)).activity
  expect(['雨衣', '水杯']).toContain(bring)
  if (!lost) throw new Error('both were carried out')
  expect(reasonOf(lost)).toEqual({ reason: 'call_changed', version: 2, activity: texts({ bring }) })
})

it('goes through the content check with its words alone, and changes nothing that has not passed', async () => {
  const heard: string[] = []
  linli.services.checkContent = (_, { content }) => {
    heard.push(content)
    return Promise.resolve({ suggest: 'risky', label: 'advert' })
  }
  expect(reasonOf(await put({ bring: '加微信' }))).toEqual({ reason: 'content_refused', label: 'advert' })
  expect(heard).toEqual([expect.stringContaining('加微信')])
  expect((await see(0)).activity.bring).toBe('手套')
  linli.services.checkContent = () => Promise.resolve({ suggest: 'unanswered', cause: 'no_answer' })
  expect(reasonOf(await put({ bring: '水' }))).toEqual({ reason: 'content_unchecked' })
  // Another drawing has no words.
  expect(await put({ cover: 'room' })).toMatchObject({ ok: true })
})

it('is refused once every session has ended or was called off', async () => {
  const off = { communityId, sessionId: sessionIds[1], cause: 'weather', note: '' }
  await done(linli, 'cadre', 'cancelSession', off)
  linli.clock.now = SATURDAY + HOUR - 1
  expect(await put({ contact: '小王' })).toMatchObject({ ok: true })
  linli.clock.now = SATURDAY + HOUR
  expect(reasonOf(await put({ contact: '' }, 2))).toEqual({ reason: 'call_over' })
})

it.each<[string, object, string]>([
  ['no title', { title: ' ' }, 'activity.title'],
  ['a title of 31', { title: '长'.repeat(31) }, 'activity.title'],
  ['a description of 501', { description: '长'.repeat(501) }, 'activity.description'],
  ['a control character', { bring: 'a\u202eb' }, 'activity.bring'],
  ['a title of nothing one can see', { title: '\u200b\u2060' }, 'activity.title'],
  ['no risk note where one is needed', { riskNote: '' }, 'activity.riskNote'],
  ['no word on insurance where one is needed', { insurance: '' }, 'activity.insurance'],
  ['a drawing of somebody else’s', { cover: 'photo' }, 'activity.cover'],
])('is told that %s is wrong', async (_, change, path) => {
  const answer = await put(change)
  if (answer.ok) throw new Error('carried out')
  expect(answer.error.code).toBe('bad_input')
  expect(answer.error.faults?.map((it) => it.path)).toEqual([path])
  expect((await see(0)).activity).toMatchObject(texts())
})

it('is for a cadre of this community, and of a call of it', async () => {
  expect(await put({}, 1, 'wang')).toMatchObject({ error: { code: 'forbidden' } })
  const other = await settle(linli, '别处')
  const there = { communityId: other.communityId, callId, version: 1, activity: texts() }
  expect(await call(linli, 'cadre', 'changeCall', there)).toMatchObject({ error: { code: 'not_found' } })
})

it('knows its call by the roster of any of its sessions', async () => {
  const { session } = await done(linli, 'cadre', 'getRoster', { communityId, sessionId: sessionIds[1] })
  expect(session.callId).toBe(callId)
  expect(linli.clock.now).toBeLessThan(SATURDAY - DAY)
})
