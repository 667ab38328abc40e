import type { Answer } from '@/contract/actions'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const OPENS = MONDAY + 3 * DAY
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  communityId = community.communityId
  await community.resident('wang')
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function publish(slots: object[], startsAt: number, title = '放学护学岗') {
  const draft = pictureBookClass(communityId, startsAt, slots, { title })
  const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
  const { slots: made } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, slotId: made[0]?.id ?? '' }
}
/** A class that costs so many points before it opens to all. */
const windowed = (price = 10) =>
  publish([seat({ ageBand: null, price, opensAt: new Date(OPENS).toISOString() })], SATURDAY, '绘本课')
async function earning(who: string, sessionId: string): Promise<Answer<'getSession'>['slots'][0]['earning']> {
  const { slots } = await done(linli, who, 'getSession', { communityId, sessionId })
  return slots[0]?.earning ?? []
}
const titles = async (who: string, sessionId: string) =>
  (await earning(who, sessionId)).map((it) => it.session.title)

it('names the posts that end an hour before general opening, the soonest first, three at most', async () => {
  const course = await windowed()
  const last = OPENS - 2 * HOUR
  await publish([post()], last + 1, '晚了一点')
  await publish([post()], last, '刚好赶上')
  expect(await titles('wang', course.sessionId)).toEqual(['刚好赶上'])
  for (const [index, name] of ['一', '二', '三'].entries())
    await publish([post({ capacity: 4, points: 10 })], MONDAY + (index + 1) * 3 * HOUR, name)
  expect(await titles('wang', course.sessionId)).toEqual(['一', '二', '三'])
  expect((await earning('wang', course.sessionId))[0]).toMatchObject({
    ...{ slotTitle: '领读志愿者', points: 10, free: 4 },
    session: { startsAt: MONDAY + 3 * HOUR, endsAt: MONDAY + 4 * HOUR },
  })
})

it('names them to a visitor too, and to nobody once it is open', async () => {
  const course = await windowed()
  await publish([post()], MONDAY + 5 * HOUR)
  expect(await titles('stranger', course.sessionId)).toEqual(['放学护学岗'])
  linli.clock.now = OPENS
  expect(await titles('stranger', course.sessionId)).toEqual([])
})

it('leaves out whatever this resident could not take now', async () => {
  const course = await windowed()
  const at = (hours: number) => MONDAY + hours * HOUR
  await publish([post({ skill: 'haircut' })], at(3), '要会理发')
  await publish([post({ withChildren: true })], at(5), '和孩子一起')
  await publish([post({ points: 0 })], at(7), '没有积分')
  await publish([post({ opensAt: new Date(at(8)).toISOString() })], at(9), '还没开放')
  const taken = await publish([post({ capacity: 1 })], at(11), '满了')
  await publish([post()], at(11), '时间撞上')
  await publish([post()], at(13), '可以')
  await done(linli, 'wang', 'bookSlot', { communityId, slotId: taken.slotId, party: self })
  expect(await titles('wang', course.sessionId)).toEqual(['和孩子一起', '可以'])
  await community.resident('newcomer', { confirmed: false })
  expect(await titles('newcomer', course.sessionId)).toEqual(['时间撞上', '可以'])
})

it('leaves out a post that somebody waits for, and every one once two a week are taken', async () => {
  const course = await windowed()
  const waited = await publish([post({ capacity: 1 })], MONDAY + 40 * HOUR, '有人候补')
  const second = await publish([post()], MONDAY + 44 * HOUR, '第二个')
  await publish([post()], MONDAY + 48 * HOUR, '第三个')
  const { bookingId } = await done(linli, 'wang', 'bookSlot', {
    ...{ communityId, slotId: waited.slotId, party: self },
  })
  await community.resident('li')
  await done(linli, 'li', 'joinWaitlist', {
    communityId,
    slotId: waited.slotId,
    party: self,
    usePoints: false,
  })
  expect(await titles('wang', course.sessionId)).toEqual(['第二个', '第三个'])
  await done(linli, 'wang', 'bookSlot', { communityId, slotId: second.slotId, party: self })
  expect(await titles('wang', course.sessionId)).toEqual([])
  await done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
  expect(await titles('wang', course.sessionId)).toEqual(['第三个'])
})

it('names none to who has the points', async () => {
  const course = await windowed()
  const { sessionId, slotId } = await publish([post()], MONDAY + 2 * HOUR)
  await publish([post()], MONDAY + 40 * HOUR, '还有一个')
  await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
  linli.clock.now = MONDAY + 2 * HOUR
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, 'wang', 'checkIn', { communityId, sessionId, code })
  linli.clock.now = MONDAY + 3 * HOUR
  expect(await titles('wang', course.sessionId)).toEqual(['还有一个'])
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
  expect(await titles('wang', course.sessionId)).toEqual([])
})
