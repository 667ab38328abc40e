import { DAY, HOUR, type Instant } from '@/domain/time'
import { post } from './calls'
import { general, hands, leave, sceneOf } from './changes'
import { call, done, reasonOf, settle } from './deployment'
import { MONDAY, SUNDAY, type Scene } from './draws'
import { moveInWith } from './neighbours'

const EVENING = MONDAY + 9 * HOUR
/** one post for a single volunteer, and one for anybody */
const POSTS = [post({ capacity: 1 }), post({ title: '西门', capacity: 5 })]

let it_: Scene
let do_: ReturnType<typeof hands>
let communityId: string
let sessionId: string
let slots: string[]

const people = ['wang', 'li', 'zhao', 'chen']

async function publish(drafts: object[]): Promise<void> {
  ;({ sessionId } = await it_.publish(drafts))
  slots = (await board()).slots.map(({ id }) => id)
}

beforeEach(async () => {
  it_ = await sceneOf(people)
  do_ = hands(it_)
  communityId = it_.community.communityId
})
afterEach(() => leave(it_))

const board = () => done(it_.linli, 'cadre', 'getFillBoard', { communityId, sessionId })
const reachOf = async (slot: number) => (await board()).slots[slot]?.wave.reach
const send = (slot: number, who = 'cadre') =>
  call(it_.linli, who, 'sendSecondWave', { communityId, slotId: slots[slot] })
const reason = async (slot: number) => reasonOf(await send(slot)).reason
const told = async (who: string) => (await do_.noticesOf(who, 'still_open')).length
const set = (sql: string, ...parameters: (string | number)[]) =>
  it_.linli.database.transaction((tx) => tx.query(sql, [communityId, ...parameters]))
/** A cadre has confirmed that they did not come, at a duty then. */
async function miss(who: string, startsAt: Instant): Promise<void> {
  const { sessionId, slotId } = await it_.publish([post()], SUNDAY + 7 * DAY)
  await do_.book(who, slotId)
  await set(
    'UPDATE session SET starts_at = $3, ends_at = $4 WHERE community_id = $1 AND id = $2',
    sessionId,
    startsAt,
    startsAt + HOUR,
  )
  await set(
    "UPDATE place SET starts_at = $3, ends_at = $4, outcome = 'absent' WHERE community_id = $1 AND session_id = $2",
    sessionId,
    startsAt,
    startsAt + HOUR,
  )
}
const teach = (who: string, skill: string) =>
  set(
    `INSERT INTO resident_skill (community_id, resident_id, skill, confirmed_at)
     SELECT community_id, id, $3, 1 FROM resident WHERE community_id = $1 AND open_id = $2`,
    ...[who, skill],
  )

it('tells who could come as many times as the board has said, and logs it', async () => {
  await publish(POSTS)
  await do_.book('wang', slots[0] ?? '')
  await do_.join('li', slots[0] ?? '')
  // zhao, chen and the chief: not wang, who is there, nor li, who waits, nor the cadre who asks.
  expect(await reachOf(1)).toBe(3)
  expect(await send(1)).toMatchObject({ ok: true, data: { told: 3 } })
  expect(await Promise.all(['wang', 'li', 'zhao', 'chen', 'chief', 'cadre'].map(told))).toEqual([
    0, 0, 1, 1, 1, 0,
  ])
  expect((await board()).slots[1]?.wave).toEqual({ reach: null, last: { sentAt: MONDAY, told: 3 } })
  const audit = await set(
    "SELECT action, session_id AS session, why FROM audit_entry WHERE community_id = $1 AND action = 'sendSecondWave'",
  )
  expect(audit).toEqual([{ action: 'sendSecondWave', session: sessionId, why: '3' }])
})

it('comes at most every six hours for a slot, and then only to who has not heard for twelve', async () => {
  await publish(POSTS)
  await send(1)
  it_.linli.clock.now = MONDAY + 6 * HOUR - 1
  expect(await reason(1)).toBe('wave_too_soon')
  it_.linli.clock.now = MONDAY + 6 * HOUR
  expect(await reachOf(1)).toBe(0)
  expect(await reason(1)).toBe('wave_reaches_nobody')
  await it_.community.resident('newcomer')
  expect(await reachOf(1)).toBe(1)
  it_.linli.clock.now = MONDAY + 12 * HOUR
  expect(await reachOf(1)).toBe(6)
})

it('leaves in peace for twelve hours whoever was told anything of the session', async () => {
  await publish([post({ capacity: 1 })])
  const { bookingId } = await do_.book('wang', slots[0] ?? '')
  await do_.join('li', slots[0] ?? '')
  await do_.give('wang', bookingId)
  const { bookings } = await done(it_.linli, 'li', 'listMyBookings', { communityId, which: 'upcoming' })
  await do_.give('li', bookings[0]?.id ?? '')
  expect(await do_.noticesOf('li', 'booked_from_waitlist')).toHaveLength(1)
  // wang, zhao, chen and the chief.
  expect(await reachOf(0)).toBe(4)
})

it('looks for the skill, and for nobody who is elsewhere or suspended', async () => {
  await publish([post({ skill: 'law' })])
  for (const who of ['wang', 'li', 'zhao']) await teach(who, 'law')
  await teach('chen', 'arts')
  expect(await reachOf(0)).toBe(3)
  const elsewhere = await it_.publish([post()])
  await do_.book('wang', elsewhere.slotId)
  expect(await reachOf(0)).toBe(2)
  await set(
    'UPDATE resident SET suspended_until = $3 WHERE community_id = $1 AND open_id = $2',
    'li',
    MONDAY + HOUR,
  )
  expect(await reachOf(0)).toBe(1)
  await send(0)
  expect(await Promise.all(people.map(told))).toEqual([0, 0, 1, 0])
})

it('tells the guardians of a child of that age, unless a place of theirs is taken already', async () => {
  await publish([general({ ageBand: '3-6' })])
  const [mine] = await do_.children('wang', 1)
  await do_.children('li', 2)
  await moveInWith(it_.linli, 'zhao', 'li')
  await set('UPDATE resident SET guardian = false WHERE community_id = $1 AND open_id = $2', 'zhao')
  expect(await reachOf(0)).toBe(2)
  await do_.book('wang', slots[0] ?? '', [mine ?? {}])
  expect(await reachOf(0)).toBe(1)
  await send(0)
  expect(await Promise.all(people.map(told))).toEqual([0, 1, 0, 0])
})

it('calls nobody whom the limits of the household would refuse', async () => {
  await publish([post({ title: '东门', householdLimit: 1 }), post({ title: '西门', capacity: 5 })])
  await moveInWith(it_.linli, 'li', 'wang')
  await do_.book('wang', slots[0] ?? '')
  // Of the chief, li, zhao and chen: li's household has its one place at the east gate.
  expect([await reachOf(0), await reachOf(1)]).toEqual([3, 4])

  // zhao serves twice that week, and chen has missed two and has a booking elsewhere.
  const days = [3, 4].map((days) => SUNDAY - days * DAY)
  for (const startsAt of days) await do_.book('zhao', (await it_.publish([post()], startsAt)).slotId)
  await do_.book('chen', (await it_.publish([post()], SUNDAY - 2 * DAY)).slotId)
  expect([await reachOf(0), await reachOf(1)]).toEqual([2, 3])
  const missed = [10, 20].map((days) => MONDAY - days * DAY)
  for (const startsAt of missed) await miss('chen', startsAt)
  expect([await reachOf(0), await reachOf(1)]).toEqual([1, 2])

  expect(await do_.refused('li', slots[0] ?? '')).toBe('household_limit')
  expect(await do_.refused('zhao', slots[1] ?? '')).toBe('weekly_limit')
  expect(await do_.refused('chen', slots[1] ?? '')).toBe('one_at_a_time')
  await send(1)
  expect(await Promise.all([...people, 'chief'].map(told))).toEqual([0, 1, 0, 0, 1])
})

it('is refused for what is full, not open to all, begun or cancelled', async () => {
  await publish([post({ capacity: 1 }), general({ opensAt: new Date(EVENING).toISOString() })])
  await do_.book('wang', slots[0] ?? '')
  expect(await reason(0)).toBe('wave_not_needed')
  expect(await reason(1)).toBe('wave_not_open')
  const { session } = await board()
  it_.linli.clock.now = session.startsAt
  expect(await reason(1)).toBe('session_started')
  it_.linli.clock.now = EVENING
  await do_.cancel(sessionId)
  expect(await reason(1)).toBe('session_cancelled')
})

it('is one when two cadres tap at once', async () => {
  await publish([post()])
  const answers = await Promise.all([send(0), send(0, 'chief'), send(0), send(0, 'chief')])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await told('wang')).toBe(1)
})

it('tells nobody of another community', async () => {
  await publish([post()])
  const there = await settle(it_.linli, '另一个社区')
  await there.resident('stranger')
  await send(0)
  const { notices } = await done(it_.linli, 'stranger', 'listNotices', { communityId: there.communityId })
  expect(notices).toEqual([])
})

it('leaves in peace who is on leave now, or will be at that time', async () => {
  await publish(POSTS)
  const before = await reachOf(1)
  const day = (at: Instant) => new Date(at).toISOString()
  await done(it_.linli, 'wang', 'setLeave', { communityId, firstAt: day(MONDAY), lastAt: day(MONDAY) })
  await done(it_.linli, 'li', 'setLeave', { communityId, firstAt: day(SUNDAY), lastAt: day(SUNDAY) })
  // Neither now nor then.
  const between = SUNDAY - 2 * DAY
  await done(it_.linli, 'zhao', 'setLeave', { communityId, firstAt: day(between), lastAt: day(between) })
  expect(await reachOf(1)).toBe((before ?? 0) - 2)
  await send(1)
  expect([await told('wang'), await told('li'), await told('zhao')]).toEqual([0, 0, 1])
})
