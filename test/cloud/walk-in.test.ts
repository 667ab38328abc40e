import { HOUR, MINUTE } from '@/domain/time'
import { post, seat } from './calls'
import { call, done, reasonOf } from './deployment'
import { SATURDAY, self, Spot } from './presence'

let spot: Spot
const opened = async (...slots: object[]) => {
  spot = await Spot.open(slots)
  spot.now = SATURDAY + 5 * MINUTE
}
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  await spot.linli.close()
})

const take = (who: string, slot = 0) =>
  call(spot.linli, who, 'takeAndCheckIn', { ...spot.at, slotId: spot.slots[slot] })

it('offers who came without a booking the place that is free, though the session has begun', async () => {
  await opened(post({ title: '东门', capacity: 2 }))
  await spot.community.resident('li')
  const free = { slotId: spot.slots[0], title: '东门', kind: 'post', points: 10 }
  expect(reasonOf(await spot.checkIn('li'))).toEqual({ reason: 'not_booked', free, because: null })
  expect(await take('li')).toMatchObject({ ok: true, data: { checkedInAt: spot.now } })
  const again = await take('li')
  expect(again).toMatchObject({ ok: true, data: { checkedInAt: spot.now } })
  const { slots } = await done(spot.linli, 'cadre', 'getRoster', spot.at)
  expect(slots[0]?.rows).toHaveLength(1)
  spot.now = SATURDAY + HOUR
  expect(await spot.confirm()).toMatchObject({ present: 1, points: 10 })
})

it('takes in a passer-by who is no resident yet, with that very place', async () => {
  await opened(post({ capacity: 2 }))
  expect(reasonOf(await spot.checkIn('passer-by', spot.wrong()))).toEqual({
    reason: 'code_wrong',
    triesLeft: 4,
  })
  expect(reasonOf(await spot.checkIn('passer-by'))).toMatchObject({ free: { slotId: spot.slots[0] } })
  expect((await done(spot.linli, 'passer-by', 'whoAmI', {})).memberships).toEqual([])
  expect(await take('passer-by')).toMatchObject({ data: { checkedInAt: spot.now } })
  expect(await take('passer-by')).toMatchObject({ data: { checkedInAt: spot.now } })
  expect((await done(spot.linli, 'passer-by', 'whoAmI', {})).memberships).toHaveLength(1)
})

it('says that it is full when it is', async () => {
  await opened(post({ capacity: 1 }))
  spot.now = SATURDAY - 2 * HOUR
  await spot.booked('wang')
  spot.now = SATURDAY
  await spot.community.resident('li')
  const full = { reason: 'slot_full', waitlist: 0, left: 0 }
  expect(reasonOf(await spot.checkIn('li'))).toEqual({ reason: 'not_booked', free: null, because: full })
  expect(reasonOf(await take('li'))).toEqual(full)
})

it('does not care that general opening is still to come, but that somebody may not serve with children', async () => {
  await opened(post({ withChildren: true, capacity: 2, opensAt: new Date(SATURDAY - 1).toISOString() }))
  await spot.community.resident('new', { confirmed: false })
  expect(reasonOf(await spot.checkIn('new'))).toMatchObject({
    free: null,
    because: { reason: 'not_confirmed' },
  })
  expect(reasonOf(await take('new'))).toMatchObject({ reason: 'not_confirmed' })
})

it('keeps a place for who waits while it is theirs to have', async () => {
  await opened(post({ capacity: 1 }))
  spot.now = SATURDAY - 2 * HOUR
  await spot.booked('wang')
  const { communityId } = spot.at
  for (const name of ['li', 'zhao']) await spot.community.resident(name)
  const waiting = { communityId, slotId: spot.slots[0], party: self, usePoints: false }
  await done(spot.linli, 'zhao', 'joinWaitlist', waiting)
  const [booking] = (await done(spot.linli, 'wang', 'listMyBookings', { communityId, which: 'upcoming' }))
    .bookings
  spot.now = SATURDAY - 20 * MINUTE
  await done(spot.linli, 'wang', 'cancelBooking', { communityId, bookingId: booking?.id })
  expect(reasonOf(await spot.checkIn('li'))).toMatchObject({ free: null, because: { reason: 'slot_full' } })
  // Who has not come by the start has it no longer.
  spot.now = SATURDAY
  expect(reasonOf(await spot.checkIn('li'))).toMatchObject({ free: { slotId: spot.slots[0] } })
  expect((await take('li')).ok).toBe(true)
})

it('prefers a post, and leaves places for children to be booked', async () => {
  await opened(seat(), post({ title: '领读', capacity: 1 }))
  await spot.community.resident('li')
  expect(reasonOf(await spot.checkIn('li'))).toMatchObject({ free: { slotId: spot.slots[1] } })
  await take('li', 1)
  await spot.community.resident('zhao')
  expect(reasonOf(await spot.checkIn('zhao'))).toMatchObject({ free: null, because: { reason: 'slot_full' } })
})

it('takes nothing from who never gave the right number, or gave it five minutes ago', async () => {
  await opened(post({ capacity: 2 }))
  await spot.community.resident('li')
  expect(reasonOf(await take('li'))).toEqual({ reason: 'code_wrong', triesLeft: 5 })
  await spot.checkIn('li', spot.wrong())
  expect(reasonOf(await take('li'))).toEqual({ reason: 'code_wrong', triesLeft: 4 })
  await spot.checkIn('li')
  spot.now += 5 * MINUTE - 1
  expect((await take('li')).ok).toBe(true)
  await spot.community.resident('zhao')
  await spot.checkIn('zhao')
  spot.now += 5 * MINUTE
  expect(reasonOf(await take('zhao'))).toMatchObject({ reason: 'code_wrong' })
})

it('finds no slot of another session', async () => {
  await opened(post())
  const other = await call(spot.linli, 'cadre', 'takeAndCheckIn', { ...spot.at, slotId: 'zzzzzzzzzzzz' })
  expect(other).toMatchObject({ error: { code: 'not_found' } })
})
