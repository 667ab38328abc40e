import { tick } from '@/cloud/tick'
import { HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const STARTS = Date.parse('2026-03-07T10:00:00+08:00')
const EVENING = Date.parse('2026-03-06T20:00:00+08:00')
const SOON = STARTS - 2 * HOUR
const self = [{ kind: 'self' }]
const iso = (at: number) => new Date(at).toISOString()

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let sessionId: string
let slots: string[]
beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  community = await settle(linli)
  communityId = community.communityId
  await community.resident('wang')
  const offered = [seat({ ageBand: null, capacity: 300 }), post()]
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, STARTS, offered))
  sessionId = published.sessionIds[0] ?? ''
  slots = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots.map((it) => it.id)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const book = (who: string, slotId = slots[0] ?? '') =>
  done(linli, who, 'bookSlot', { communityId, slotId, party: self })
async function tickAt(now: number): Promise<void> {
  linli.clock.now = now
  await tick(linli, now)
}
const toldTo = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices
    .map((it) => it.kind)
    .filter((kind) => kind.startsWith('starts_'))
    .reverse()
async function move(startsAt: number): Promise<void> {
  const { session } = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
  const times = { startsAt: iso(startsAt), endsAt: iso(startsAt + HOUR), place: session.place }
  await done(linli, 'cadre', 'changeSession', { communityId, sessionId, version: session.version, ...times })
}

it('come the evening before and two hours before the start, each once', async () => {
  await book('wang')
  await tickAt(EVENING - 1)
  expect(await toldTo('wang')).toEqual([])
  await tickAt(EVENING)
  await tickAt(EVENING + MINUTE)
  expect(await toldTo('wang')).toEqual(['starts_tomorrow'])
  await tickAt(SOON)
  await tickAt(STARTS - 1)
  await tickAt(STARTS)
  expect(await toldTo('wang')).toEqual(['starts_tomorrow', 'starts_soon'])
})

it('come once to who holds a place and a post in it', async () => {
  await book('wang')
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at)
       SELECT community_id, 'zzzzzzzzzzzz', $2, session_id, household_id, booked_by, source, created_at FROM booking
       WHERE community_id = $1`,
      [communityId, slots[1] ?? ''],
    ),
  )
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO place (community_id, booking_id, attendee_id, attendee_kind, slot_id, slot_kind, session_id, activity_id,
                          household_id, starts_at, ends_at, paid, in_window, created_at)
       SELECT community_id, 'zzzzzzzzzzzz', 'somebody', attendee_kind, $2, 'post', session_id, activity_id, household_id,
              starts_at, ends_at, 0, false, created_at FROM place WHERE community_id = $1`,
      [communityId, slots[1] ?? ''],
    ),
  )
  await tickAt(EVENING)
  expect(await toldTo('wang')).toEqual(['starts_tomorrow'])
})

describe('a late tick', () => {
  beforeEach(async () => {
    await book('wang')
  })
  it('still reminds on the evening, and not of yesterday’s evening on the day itself', async () => {
    await community.resident('li')
    await book('li')
    await tickAt(Date.parse('2026-03-07T00:00:00+08:00') - 1)
    expect(await toldTo('wang')).toEqual(['starts_tomorrow'])
  })
  it('leaves out the evening once the day has come', async () => {
    await tickAt(Date.parse('2026-03-07T00:00:00+08:00'))
    expect(await toldTo('wang')).toEqual([])
  })
  it('reminds until the start, and not after', async () => {
    await tickAt(STARTS)
    expect(await toldTo('wang')).toEqual([])
    await tickAt(STARTS - 1)
    expect(await toldTo('wang')).toEqual(['starts_soon'])
  })
})

describe('nobody is reminded', () => {
  it('who booked when the reminder was due already', async () => {
    linli.clock.now = EVENING
    await book('wang')
    await tickAt(EVENING + MINUTE)
    expect(await toldTo('wang')).toEqual([])
    await tickAt(SOON)
    expect(await toldTo('wang')).toEqual(['starts_soon'])
  })
  it('who booked in the last two hours', async () => {
    linli.clock.now = SOON
    await book('wang')
    await tickAt(SOON + MINUTE)
    expect(await toldTo('wang')).toEqual([])
  })
  it('who gave the place back', async () => {
    const { bookingId } = await book('wang')
    await done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
    await tickAt(EVENING)
    expect(await toldTo('wang')).toEqual([])
  })
  it('of a session that was cancelled', async () => {
    await book('wang')
    await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
    await tickAt(EVENING)
    expect(await toldTo('wang')).toEqual([])
  })
  it('who was told of another time after the reminder was due', async () => {
    await book('wang')
    linli.clock.now = EVENING + MINUTE
    await move(STARTS + HOUR)
    await tickAt(EVENING + 2 * MINUTE)
    expect(await toldTo('wang')).toEqual([])
  })
})

it('come anew for a session that was moved to another day', async () => {
  await book('wang')
  await tickAt(EVENING)
  linli.clock.now = EVENING + MINUTE
  await move(STARTS + 72 * HOUR)
  await tickAt(SOON)
  expect(await toldTo('wang')).toEqual(['starts_tomorrow'])
  await tickAt(EVENING + 72 * HOUR)
  expect(await toldTo('wang')).toEqual(['starts_tomorrow', 'starts_tomorrow'])
})

it('come once each to two hundred by eight ticks at the same moment', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `neighbour-${index}`)
  for (const name of names) await community.resident(name)
  await Promise.all(names.map((name) => book(name)))
  linli.clock.now = EVENING
  await Promise.all(Array.from({ length: 8 }, () => tick(linli, EVENING)))
  const told = await linli.database.transaction((tx) =>
    tx.query<{ notices: number; residents: number }>(
      "SELECT count(*) AS notices, count(DISTINCT resident_id) AS residents FROM notice WHERE kind = 'starts_tomorrow'",
    ),
  )
  expect(told).toEqual([{ notices: 200, residents: 200 }])
})
