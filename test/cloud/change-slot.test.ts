import { DAY, HOUR } from '@/domain/time'
import { seat, withWindow } from './calls'
import { answered, general, hands, leave, sceneOf } from './changes'
import { done, reasonOf } from './deployment'
import { drawn, FRIDAY, neighbours, SUNDAY, type Scene } from './draws'

let it_: Scene
let do_: ReturnType<typeof hands>

beforeEach(async () => {
  it_ = await sceneOf(['wang', 'li', 'zhao', 'lin'])
  do_ = hands(it_)
})
afterEach(() => leave(it_))

const released = (change: object = {}) => ({ parties: 0, places: 0, points: 0, offers: 0, ...change })

/** Who holds places and who waits, each in order. */
async function standing(sessionId: string) {
  const { linli } = it_
  const names = (sql: string) =>
    linli.database.transaction((tx) => tx.query<{ name: string }>(sql, [sessionId]))
  const held = await names(
    `SELECT DISTINCT ON (b.turn) r.name FROM booking b
     JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id AND p.cancelled_at IS NULL
     JOIN resident r ON r.community_id = b.community_id AND r.id = b.booked_by
     WHERE b.session_id = $1 ORDER BY b.turn`,
  )
  const waits = await names(
    `SELECT r.name FROM waitlist_entry w JOIN resident r ON r.community_id = w.community_id AND r.id = w.joined_by
     WHERE w.session_id = $1 AND w.ended_at IS NULL ORDER BY w.turn`,
  )
  return { held: held.map((it) => it.name), waits: waits.map((it) => it.name) }
}

it('keeps places in the order of booking, and puts who loses one at the head of the line, in that order', async () => {
  const { publish, slotOf } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 4 })])
  for (const who of ['li', 'wang', 'zhao', 'lin']) await do_.book(who, slotId)
  await it_.community.resident('late')
  await do_.join('late', slotId)
  const would = await answered(do_.resize(sessionId, 2, { dryRun: true }))
  expect(would).toEqual({
    ...would,
    version: 1,
    capacity: 2,
    released: released({ parties: 2, places: 2 }),
    given: 0,
  })
  expect(await standing(sessionId)).toEqual({ held: ['li', 'wang', 'zhao', 'lin'], waits: ['late'] })
  expect(await answered(do_.resize(sessionId, 2))).toEqual({ ...would, version: 2 })
  expect(await standing(sessionId)).toEqual({ held: ['li', 'wang'], waits: ['zhao', 'lin', 'late'] })
  expect((await slotOf('zhao', sessionId)).waitlist?.position).toBe(1)
  expect(await do_.noticesOf('lin')).toMatchObject([
    { kind: 'place_lost', points: null, change: { capacity: { was: 4, is: 2 } } },
  ])
  for (const who of ['li', 'wang', 'late']) expect(await do_.noticesOf(who)).toEqual([])
  expect((await do_.audit()).at(-1)).toEqual({ action: 'changeSlot', why: '4 -> 2' })
  // What comes free is theirs first, and so is what is added.
  expect(await answered(do_.resize(sessionId, 3))).toMatchObject({
    version: 3,
    released: released(),
    given: 1,
  })
  expect(await standing(sessionId)).toEqual({ held: ['li', 'wang', 'zhao'], waits: ['lin', 'late'] })
  expect(await do_.noticesOf('zhao', 'booked_from_waitlist')).toHaveLength(1)
})

it('releases a family that no longer fits as a whole, and keeps who booked after it and does', async () => {
  const { publish } = it_
  const { sessionId, slotId } = await publish([seat({ capacity: 5 })])
  const parties = { wang: 2, li: 2, zhao: 1 }
  for (const [who, count] of Object.entries(parties))
    await do_.book(who, slotId, await do_.children(who, count))
  await answered(do_.resize(sessionId, 3))
  expect(await standing(sessionId)).toEqual({ held: ['wang', 'zhao'], waits: ['li'] })
  const entry = (await it_.slotOf('li', sessionId)).waitlist
  expect(entry?.attendees.map((it) => it.name).sort()).toEqual(['小0', '小1'])
})

describe('with places had by points', () => {
  let sessionId: string
  let slotId: string

  beforeEach(async () => {
    const { linli, earn, publish } = it_
    await earn(['wang', 'li', 'zhao'], 10)
    const now = linli.clock.now
    const window = general({ capacity: 10, share: 40, ...withWindow(now) })
    ;({ sessionId, slotId } = await publish([window], now + 4 * DAY))
    for (const who of ['zhao', 'wang', 'li']) await do_.book(who, slotId)
  })

  it('they stay within the share: who booked last gets the points back and waits', async () => {
    const would = await answered(do_.resize(sessionId, 7, { dryRun: true }))
    expect(would).toMatchObject({ released: { parties: 1, places: 1, points: 10 }, ofWindow: 1 })
    await answered(do_.resize(sessionId, 7))
    expect(await standing(sessionId)).toEqual({ held: ['zhao', 'wang'], waits: ['li'] })
    expect(await do_.balanceOf('li')).toBe(10)
    expect(await do_.noticesOf('li', 'place_lost')).toMatchObject([{ points: 10 }])
    // Ready to pay again, for whoever gives a window place back.
    const [booking] = await do_.bookingsOf('wang')
    await do_.give('wang', booking?.id ?? '')
    expect(await standing(sessionId)).toEqual({ held: ['zhao', 'li'], waits: [] })
    expect(await do_.balanceOf('li')).toBe(0)
  })

  it('a cadre may keep them all, and none is given beyond the share afterwards', async () => {
    expect(await answered(do_.resize(sessionId, 3, { keepWindowPlaces: true, dryRun: true }))).toMatchObject({
      released: released(),
      ofWindow: 0,
    })
    await answered(do_.resize(sessionId, 3, { keepWindowPlaces: true }))
    expect((await it_.slotOf('li', sessionId)).places).toMatchObject({ held: 3, heldByWindow: 3 })
    await it_.earn(['lin'], 10)
    await do_.join('lin', slotId, true)
    const [booking] = await do_.bookingsOf('wang')
    await do_.give('wang', booking?.id ?? '')
    expect((await it_.slotOf('li', sessionId)).places).toMatchObject({ heldByWindow: 2 })
  })

  it('which may cost somebody else a place: it is said beforehand how many it would save', async () => {
    it_.linli.clock.now += 2 * DAY + HOUR
    await it_.community.resident('late')
    for (const who of ['lin', 'late']) await do_.book(who, slotId)
    const without = await answered(do_.resize(sessionId, 4, { dryRun: true }))
    expect(without).toMatchObject({ released: { places: 2, points: 20 }, ofWindow: 2 })
    const keeping = await answered(do_.resize(sessionId, 4, { dryRun: true, keepWindowPlaces: true }))
    expect(keeping).toMatchObject({ released: { places: 1, points: 0 }, ofWindow: 0 })
  })

  it('whom the line had given a place for points is ready to pay again, as who booked it is', async () => {
    await it_.earn(['lin'], 10)
    await answered(do_.resize(sessionId, 8))
    await do_.join('lin', slotId, true)
    const [first] = await do_.bookingsOf('wang')
    await do_.give('wang', first?.id ?? '')
    expect(await do_.balanceOf('lin')).toBe(0)
    await answered(do_.resize(sessionId, 5))
    expect(await standing(sessionId)).toEqual({ held: ['zhao', 'li'], waits: ['lin'] })
    expect(await do_.balanceOf('lin')).toBe(10)
    const [second] = await do_.bookingsOf('zhao')
    await do_.give('zhao', second?.id ?? '')
    expect(await standing(sessionId)).toEqual({ held: ['li', 'lin'], waits: [] })
    expect(await do_.balanceOf('lin')).toBe(0)
  })

  it('but never more than there are places', async () => {
    await answered(do_.resize(sessionId, 2, { keepWindowPlaces: true }))
    expect(await standing(sessionId)).toEqual({ held: ['zhao', 'wang'], waits: ['li'] })
  })

  it('a larger slot takes nobody a place that was kept beyond the share', async () => {
    await answered(do_.resize(sessionId, 3, { keepWindowPlaces: true }))
    await answered(do_.resize(sessionId, 4))
    expect(await standing(sessionId)).toEqual({ held: ['zhao', 'wang', 'li'], waits: [] })
  })

  it('once the places are open to all, who is over the share stays for nothing, and hears of it once', async () => {
    it_.linli.clock.now += 2 * DAY + HOUR
    expect(await answered(do_.resize(sessionId, 7))).toMatchObject({ given: 1 })
    expect(await standing(sessionId)).toEqual({ held: ['zhao', 'wang', 'li'], waits: [] })
    expect(await do_.balanceOf('li')).toBe(10)
    const kinds = (await do_.noticesOf('li')).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind !== 'points_credited' && kind !== 'milestone')).toEqual(['place_kept'])
  })
})

it('takes open offers back before any booking, and leaves their parties where they stood', async () => {
  const { linli, publish, slotOf } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 3 })])
  const first = await do_.book('wang', slotId)
  await do_.book('li', slotId)
  await do_.book('zhao', slotId)
  await do_.join('lin', slotId)
  await it_.community.resident('late')
  await do_.join('late', slotId)
  linli.clock.now = SUNDAY - 2 * HOUR
  await do_.give('wang', first.bookingId)
  expect((await slotOf('lin', sessionId)).waitlist?.offer).not.toBeNull()
  const answer = await answered(do_.resize(sessionId, 2))
  expect(answer.released).toEqual(released({ offers: 1 }))
  expect(await standing(sessionId)).toEqual({ held: ['li', 'zhao'], waits: ['lin', 'late'] })
  expect((await slotOf('lin', sessionId)).waitlist).toMatchObject({ offer: null, position: 1 })
  expect((await do_.noticesOf('lin')).map(({ kind }) => kind).sort()).toEqual([
    'offer_taken_back',
    'waitlist_offer',
  ])
  await answered(do_.resize(sessionId, 1))
  expect(await standing(sessionId)).toEqual({ held: ['li'], waits: ['zhao', 'lin', 'late'] })
})

it('an offer of a window place that was kept is taken up for points, though no share is left of the slot', async () => {
  const { linli, earn, publish, slotOf, community } = it_
  await earn(['wang', 'lin'], 10)
  const startsAt = linli.clock.now + 4 * DAY
  const terms = { capacity: 3, share: 40, ...withWindow(linli.clock.now) }
  const { sessionId, slotId } = await publish([general(terms)], startsAt)
  const paid = await do_.book('wang', slotId)
  linli.clock.now = startsAt - 2 * HOUR
  const free = await do_.book('li', slotId)
  await do_.book('zhao', slotId)
  await do_.join('lin', slotId, true)
  for (const [who, { bookingId }] of Object.entries({ wang: paid, li: free })) await do_.give(who, bookingId)
  const kept = await answered(do_.resize(sessionId, 2, { keepWindowPlaces: true }))
  expect(kept.released).toEqual(released())
  const offer = (await slotOf('lin', sessionId)).waitlist?.offer
  expect(offer?.price).toBe(10)
  await done(linli, 'lin', 'acceptOffer', { communityId: community.communityId, offerId: offer?.id })
  expect(await standing(sessionId)).toEqual({ held: ['zhao', 'lin'], waits: [] })
  expect(await do_.balanceOf('lin')).toBe(0)
})

it('does not shrink between the closing of a draw and its result, and may before and afterwards', async () => {
  const { apply, publish, tickAt, enter } = it_
  const { sessionId, slotId } = await publish([drawn({ capacity: 5, publicNumber: true })])
  for (const who of neighbours(3)) await apply(who, slotId)
  await answered(do_.resize(sessionId, 4))
  await tickAt(FRIDAY)
  expect(reasonOf(await do_.resize(sessionId, 3)).reason).toBe('draw_running')
  expect(reasonOf(await do_.resize(sessionId, 3, { dryRun: true })).reason).toBe('draw_running')
  await answered(do_.resize(sessionId, 6))
  await enter(slotId, '123')
  const { held } = await standing(sessionId)
  expect(held).toHaveLength(3)
  await answered(do_.resize(sessionId, 2))
  expect((await standing(sessionId)).held).toEqual(held.slice(0, 2))
})

it('tells nobody and changes nothing when the number stays', async () => {
  const { publish } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 2 })])
  await do_.book('wang', slotId)
  expect(await answered(do_.resize(sessionId, 2))).toMatchObject({ version: 1, released: released() })
  expect(await do_.audit()).toEqual([])
})

it('finds no slot of another community', async () => {
  const { linli, publish } = it_
  const { slotId } = await publish([general()])
  const there = await (await import('./deployment')).settle(linli, '另一个社区')
  await there.resident('other', { role: 'cadre' })
  const payload = { communityId: there.communityId, slotId, version: 1, capacity: 5 }
  await expect(done(linli, 'other', 'changeSlot', payload)).rejects.toThrow(/not_found/)
})
