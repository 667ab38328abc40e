import { DAY, HOUR, MINUTE } from '@/domain/time'
import { post } from './calls'
import { answered, general, hands, iso, leave, sceneOf } from './changes'
import { call, done, reasonOf } from './deployment'
import { drawn, FRIDAY, MONDAY, SUNDAY, type Scene } from './draws'

let it_: Scene
let do_: ReturnType<typeof hands>

beforeEach(async () => {
  it_ = await sceneOf(['wang', 'li', 'zhao'])
  do_ = hands(it_)
})
afterEach(() => leave(it_))

const at = (startsAt: number, endsAt = startsAt + HOUR) => ({ startsAt: iso(startsAt), endsAt: iso(endsAt) })
const LATER = SUNDAY + DAY

it('moves a session with all who hold places in it, and tells them and those who wait', async () => {
  const { linli, publish, community } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 1 })])
  await do_.book('wang', slotId)
  await do_.join('li', slotId)
  expect(await answered(do_.move(sessionId, { ...at(LATER), place: '二楼活动室' }))).toEqual({
    version: 2,
    told: 2,
  })
  const change = {
    time: { wasAt: SUNDAY, startsAt: LATER, endsAt: LATER + HOUR },
    place: { was: '社区图书室', is: '二楼活动室' },
    capacity: null,
  }
  expect(await do_.noticesOf('wang')).toMatchObject([{ kind: 'session_changed', until: LATER, change }])
  expect(await do_.noticesOf('li')).toMatchObject([{ kind: 'session_changed', until: null, change }])
  const { next } = await done(linli, 'wang', 'getHome', { communityId: community.communityId })
  expect(next).toMatchObject({ session: { startsAt: LATER, place: '二楼活动室' }, moved: true })
  expect((await do_.audit()).at(-1)?.action).toBe('changeSession')
  // At the old time the neighbour is free for something else, at the new one not.
  const other = await publish([general()], SUNDAY)
  const clash = await publish([general()], LATER)
  await do_.book('wang', other.slotId)
  expect(await do_.refused('wang', clash.slotId)).toBe('overlaps')
})

it('lets who had agreed to another time go for free until the start, and nobody else', async () => {
  const { linli, publish } = it_
  const { sessionId, slotId } = await publish([general()])
  const before = await do_.book('wang', slotId)
  linli.clock.now = MONDAY + HOUR
  await answered(do_.move(sessionId, at(LATER)))
  linli.clock.now += 1
  const after = await do_.book('li', slotId)
  linli.clock.now = LATER - MINUTE
  expect((await do_.bookingsOf('wang'))[0]).toMatchObject({ freeCancelUntil: LATER, moved: true })
  expect((await do_.bookingsOf('li'))[0]).toMatchObject({ freeCancelUntil: LATER - 12 * HOUR, moved: false })
  expect(await do_.give('wang', before.bookingId)).toMatchObject({ late: false })
  expect(await do_.give('li', after.bookingId)).toMatchObject({ late: true })
})

it('says where it is now, and keeps to the usual time of cancelling, when only the place changes', async () => {
  const { linli, publish } = it_
  const { sessionId, slotId } = await publish([general()])
  const { bookingId } = await do_.book('wang', slotId)
  await answered(do_.move(sessionId, { place: '河边' }))
  expect(await do_.noticesOf('wang')).toMatchObject([
    { until: null, change: { time: null, place: { is: '河边' } } },
  ])
  linli.clock.now = SUNDAY - HOUR
  expect(await do_.give('wang', bookingId)).toMatchObject({ late: true })
})

it('takes nobody a place when it comes to overlap with another', async () => {
  const { publish } = it_
  const here = await publish([general()], SUNDAY)
  const there = await publish([general()], LATER)
  for (const { slotId } of [here, there]) await do_.book('wang', slotId)
  await answered(do_.move(here.sessionId, at(LATER + 30 * MINUTE)))
  expect(await do_.bookingsOf('wang')).toHaveLength(2)
  const third = await publish([general()], LATER)
  expect(await do_.refused('wang', third.slotId)).toBe('overlaps')
})

it('lets an offer end with the new start', async () => {
  const { linli, publish, slotOf } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 1 })])
  const { bookingId } = await do_.book('wang', slotId)
  await do_.join('li', slotId)
  linli.clock.now = SUNDAY - 2 * HOUR
  await do_.give('wang', bookingId)
  const sooner = linli.clock.now + 10 * MINUTE
  await answered(do_.move(sessionId, at(sooner)))
  expect((await slotOf('li', sessionId)).waitlist?.offer?.until).toBe(sooner)
})

it('tells who applied for a draw', async () => {
  const { apply, publish } = it_
  const { sessionId, slotId } = await publish([drawn()])
  await apply('wang', slotId)
  expect(await answered(do_.move(sessionId, at(LATER)))).toMatchObject({ told: 1 })
  expect(await do_.noticesOf('wang')).toMatchObject([{ kind: 'session_changed', until: null }])
})

it('does nothing and tells nobody when nothing is different', async () => {
  const { publish } = it_
  const { sessionId, slotId } = await publish([general()])
  await do_.book('wang', slotId)
  expect(await answered(do_.move(sessionId))).toEqual({ version: 1, told: 0 })
  expect(await do_.noticesOf('wang')).toEqual([])
})

it('shows the second of two cadres what the first has changed', async () => {
  const { publish } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 20 })])
  await answered(do_.resize(sessionId, 25))
  await answered(do_.move(sessionId, { place: '河边' }))
  const present = { version: 3, startsAt: SUNDAY, endsAt: SUNDAY + HOUR, place: '河边' }
  const slots = [{ id: slotId, capacity: 25 }]
  const meanwhile = { reason: 'changed_meanwhile', ...present, slots }
  expect(reasonOf(await do_.move(sessionId, { version: 1, place: '广场' }))).toEqual(meanwhile)
  expect(reasonOf(await do_.resize(sessionId, 30, { version: 2 }))).toEqual(meanwhile)
  expect(reasonOf(await do_.resize(sessionId, 30, { version: 2, dryRun: true }))).toEqual(meanwhile)
})

describe('is told what is wrong, and changes nothing', () => {
  it.each<[string, object[], object, string]>([
    ['an end before the start', [general()], at(SUNDAY, SUNDAY - 1), 'endsAt ends_before_start'],
    ['a start in the past', [general()], at(MONDAY - 1, SUNDAY), 'startsAt in_the_past'],
    ['thirteen hours', [general()], at(SUNDAY, SUNDAY + 13 * HOUR), 'endsAt too_long'],
    ['two years from now', [general()], at(SUNDAY + 730 * DAY), 'startsAt too_far'],
    [
      'a start before its places open',
      [general({ opensAt: iso(FRIDAY) })],
      at(FRIDAY),
      'startsAt opens_after_start',
    ],
    ['a start before its draw', [drawn()], at(FRIDAY), 'startsAt draw_after_start'],
    [
      'half a duty for all of its points',
      [post()],
      at(SUNDAY, SUNDAY + 30 * MINUTE),
      'endsAt points_need_admin',
    ],
  ])('%s', async (_, slots, change, fault) => {
    const { sessionId } = await it_.publish(slots)
    const answer = await do_.move(sessionId, change)
    if (answer.ok) throw new Error('carried out')
    expect(answer.error.code).toBe('bad_input')
    expect(answer.error.faults?.map((it) => `${it.path} ${it.fault}`)).toContain(fault)
    expect(await do_.versionOf(sessionId)).toBe(1)
  })

  it.each<[string, object]>([
    ['no place', { place: '  ' }],
    ['a place over its limit', { place: '楼'.repeat(41) }],
    ['half a version', { version: 1.5 }],
  ])('%s', async (_, change) => {
    const { sessionId } = await it_.publish([general()])
    expect(await do_.move(sessionId, change)).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  })

  it('a session that has begun, or was cancelled', async () => {
    const { linli, publish } = it_
    const { sessionId } = await publish([general()])
    const other = await publish([general()])
    await answered(do_.cancel(other.sessionId))
    expect(reasonOf(await do_.move(other.sessionId, at(LATER))).reason).toBe('session_cancelled')
    expect(reasonOf(await do_.resize(other.sessionId, 1)).reason).toBe('session_cancelled')
    linli.clock.now = SUNDAY
    expect(reasonOf(await do_.move(sessionId, at(LATER))).reason).toBe('session_started')
    expect(reasonOf(await do_.resize(sessionId, 1)).reason).toBe('session_started')
  })

  it('whoever is no cadre here', async () => {
    const { linli, publish, community } = it_
    const { sessionId } = await publish([general()])
    const payload = { communityId: community.communityId, sessionId, version: 1, ...at(LATER), place: '河边' }
    expect(await call(linli, 'wang', 'changeSession', payload)).toMatchObject({
      error: { code: 'forbidden' },
    })
  })
})
