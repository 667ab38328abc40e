import { tick } from '@/cloud/tick'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat, withWindow } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let sessionId: string

beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  for (const name of ['wang', 'li', 'zhao']) await community.resident(name)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

async function publish(slots: object[], startsAt = SATURDAY): Promise<string> {
  const { communityId } = community
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, startsAt, slots))
  sessionId = published.sessionIds[0] ?? ''
  return (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
}

const book = (who: string, slotId: string, party: object[] = self) =>
  done(linli, who, 'bookSlot', { communityId: community.communityId, slotId, party })
const join = (who: string, slotId: string, party: object[] = self, usePoints = false) =>
  done(linli, who, 'joinWaitlist', { communityId: community.communityId, slotId, party, usePoints })
const cancel = (who: string, bookingId: string, attendeeIds?: string[]) =>
  done(linli, who, 'cancelBooking', { communityId: community.communityId, bookingId, attendeeIds })
const slotOf = async (who: string) => {
  const view = await done(linli, who, 'getSession', { communityId: community.communityId, sessionId })
  return view.slots[0]
}
const placesNow = async () => (await slotOf('cadre'))?.places

async function addChildren(who: string, count: number) {
  const { communityId } = community
  const party: { kind: 'child'; childId: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const child = { communityId, nickname: `小${index}`, ageBand: '3-6', consentVersion: CONSENT_VERSION }
    party.push({ kind: 'child', childId: (await done(linli, who, 'addChild', child)).childId })
  }
  return party
}

async function earnTen(who: string): Promise<void> {
  const { communityId } = community
  const startsAt = linli.clock.now + 30 * HOUR
  await book(who, await publish([post()], startsAt))
  linli.clock.now = startsAt
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, who, 'checkIn', { communityId, sessionId, code })
  linli.clock.now = startsAt + HOUR
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}

describe('an offer', () => {
  it('nobody answers holds no place once the session has begun', async () => {
    const slotId = await publish([post({ capacity: 1 })])
    const { bookingId } = await book('wang', slotId)
    await join('li', slotId)
    linli.clock.now = SATURDAY - 10 * MINUTE
    await cancel('wang', bookingId)
    expect(await placesNow()).toMatchObject({ held: 1, waitlist: 1 })
    linli.clock.now = SATURDAY + MINUTE
    await tick(linli, linli.clock.now)
    expect(await placesNow()).toMatchObject({ held: 0, waitlist: 0 })
  })

  it('goes on to the next when its party books another place that is free', async () => {
    const slotId = await publish([post({ capacity: 2 })])
    const bookings = [await book('wang', slotId), await book('zhao', slotId)]
    await join('li', slotId)
    linli.clock.now = SATURDAY - 2 * HOUR
    await cancel('wang', bookings[0]?.bookingId ?? '')
    await cancel('zhao', bookings[1]?.bookingId ?? '')
    expect(await placesNow()).toMatchObject({ held: 1 })
    await book('li', slotId)
    expect(await placesNow()).toMatchObject({ held: 1, waitlist: 0 })
    await book('wang', slotId)
  })

  it('is checked like a booking when it is accepted, and passed on if that fails', async () => {
    const slotId = await publish([post({ capacity: 1 })])
    const { bookingId } = await book('wang', slotId)
    await join('li', slotId)
    await join('zhao', slotId)
    linli.clock.now = SATURDAY - 2 * HOUR
    await cancel('wang', bookingId)
    const offerId = (await slotOf('li'))?.waitlist?.offer?.id
    await linli.database.transaction((tx) =>
      tx.query(
        "UPDATE resident SET suspended_until = $2, suspension_cause = '多次未到' WHERE community_id = $1 AND open_id = 'li'",
        [community.communityId, SATURDAY + DAY],
      ),
    )
    const refused = await call(linli, 'li', 'acceptOffer', { communityId: community.communityId, offerId })
    expect(reasonOf(refused)).toMatchObject({ reason: 'suspended', cause: '多次未到' })
    expect((await slotOf('zhao'))?.waitlist?.offer).toBeTruthy()
  })

  it('is nobody else’s to accept', async () => {
    const slotId = await publish([post({ capacity: 1 })])
    const { bookingId } = await book('wang', slotId)
    await join('li', slotId)
    linli.clock.now = SATURDAY - 2 * HOUR
    await cancel('wang', bookingId)
    const offerId = (await slotOf('li'))?.waitlist?.offer?.id
    const foreign = await call(linli, 'zhao', 'acceptOffer', { communityId: community.communityId, offerId })
    expect(foreign).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

it('nobody leaves or changes a line that is over, whether or not a tick has noticed', async () => {
  const slotId = await publish([post({ capacity: 1 })])
  await book('wang', slotId)
  await join('li', slotId)
  const waitlistEntryId = (await slotOf('li'))?.waitlist?.id
  const { communityId } = community
  linli.clock.now = SATURDAY
  const left = await call(linli, 'li', 'leaveWaitlist', { communityId, waitlistEntryId })
  expect(reasonOf(left).reason).toBe('already_ended')
  const change = { communityId, waitlistEntryId, usePoints: true }
  const changed = await call(linli, 'li', 'changeWaitlist', change)
  expect(reasonOf(changed).reason).toBe('already_ended')
})

describe('a place that comes free in the window', () => {
  it('goes to the first who chose to use points, past who did not', async () => {
    const parties = {
      wang: await addChildren('wang', 1),
      li: await addChildren('li', 1),
      zhao: await addChildren('zhao', 1),
    }
    for (const name of ['wang', 'li', 'zhao']) await earnTen(name)
    const startsAt = linli.clock.now + 5 * DAY
    const slotId = await publish([seat({ ...withWindow(linli.clock.now), capacity: 2, share: 50 })], startsAt)
    const { bookingId } = await book('wang', slotId, parties.wang)
    await join('li', slotId, parties.li, false)
    await join('zhao', slotId, parties.zhao, true)
    expect(await cancel('wang', bookingId)).toMatchObject({ returned: 10, passedOn: true })
    expect((await slotOf('zhao'))?.bookings[0]).toMatchObject({ paid: 10 })
    expect((await slotOf('li'))?.waitlist?.position).toBe(1)
  })

  it('goes to the own child that waits, with the points that came back', async () => {
    const two = await addChildren('li', 2)
    const other = await addChildren('zhao', 1)
    for (const name of ['li', 'zhao']) await earnTen(name)
    const startsAt = linli.clock.now + 5 * DAY
    const slotId = await publish([seat({ ...withWindow(linli.clock.now), capacity: 2, share: 50 })], startsAt)
    const { bookingId } = await book('li', slotId, two.slice(0, 1))
    // No points are left for the second child; it waits for the place to open, or for points.
    const early = await call(linli, 'li', 'joinWaitlist', {
      communityId: community.communityId,
      slotId,
      party: two.slice(1),
      usePoints: true,
    })
    expect(reasonOf(early)).toMatchObject({ reason: 'not_open_yet', have: 0 })
    await join('zhao', slotId, other, true)
    expect(await cancel('li', bookingId)).toMatchObject({ returned: 10, passedOn: true })
    expect((await slotOf('zhao'))?.bookings).toHaveLength(1)
  })
})

describe('a place of the window that comes free after opening', () => {
  const families = ['wang', 'li', 'zhao'] as const
  let slotId: string
  let startsAt: number
  let bookingId: string
  let parties: Record<(typeof families)[number], object[]>

  beforeEach(async () => {
    const made: [string, object[]][] = []
    for (const name of families) made.push([name, await addChildren(name, 1)])
    parties = Object.fromEntries(made) as typeof parties
    for (const name of families) await earnTen(name)
    startsAt = linli.clock.now + 5 * DAY
    slotId = await publish([seat({ ...withWindow(linli.clock.now), capacity: 2, share: 50 })], startsAt)
    bookingId = (await book('wang', slotId, parties.wang)).bookingId
    linli.clock.now += 2 * DAY
    await community.resident('general')
    await book('general', slotId, await addChildren('general', 1))
    await join('li', slotId, parties.li, false)
    await join('zhao', slotId, parties.zhao, true)
  })

  it('goes to the first who chose to pay, who then pays, and both positions said so', async () => {
    expect((await slotOf('li'))?.waitlist).toMatchObject({ position: 1, withPoints: 1 })
    expect((await slotOf('zhao'))?.waitlist).toMatchObject({ position: 2, withPoints: 1 })
    await cancel('wang', bookingId)
    expect((await slotOf('zhao'))?.bookings[0]).toMatchObject({ paid: 10 })
    expect(await placesNow()).toMatchObject({ held: 2, heldByWindow: 1 })
  })

  it('is general when nobody who waits would pay', async () => {
    const waitlistEntryId = (await slotOf('zhao'))?.waitlist?.id
    const { communityId } = community
    await done(linli, 'zhao', 'changeWaitlist', { communityId, waitlistEntryId, usePoints: false })
    await cancel('wang', bookingId)
    expect((await slotOf('li'))?.bookings[0]).toMatchObject({ paid: 0 })
    expect(await placesNow()).toMatchObject({ held: 2, heldByWindow: 0 })
  })

  it('is offered at its price in the last hours, and paid when it is taken', async () => {
    linli.clock.now = startsAt - 2 * HOUR
    await cancel('wang', bookingId)
    const offer = (await slotOf('zhao'))?.waitlist?.offer
    expect(offer).toMatchObject({ price: 10 })
    const { communityId } = community
    await done(linli, 'zhao', 'acceptOffer', { communityId, offerId: offer?.id })
    expect((await slotOf('zhao'))?.bookings[0]).toMatchObject({ paid: 10 })
    expect(await placesNow()).toMatchObject({ held: 2, heldByWindow: 1, waitlist: 1 })
  })

  it('passes on from who no longer has the points, who waits on', async () => {
    linli.clock.now = startsAt - 2 * HOUR
    await cancel('wang', bookingId)
    const offerId = (await slotOf('zhao'))?.waitlist?.offer?.id
    await linli.database.transaction((tx) =>
      tx.query("UPDATE resident SET points_usable_from = $1 WHERE open_id = 'zhao'", [startsAt + DAY]),
    )
    const { communityId } = community
    const refused = await call(linli, 'zhao', 'acceptOffer', { communityId, offerId })
    expect(reasonOf(refused)).toEqual({ reason: 'points_missing', need: 10, have: 10 })
    expect((await slotOf('li'))?.waitlist?.offer).toMatchObject({ price: null })
    expect((await slotOf('zhao'))?.waitlist).toMatchObject({ position: 2, offer: null })
  })
})

it('a child that joins a standing household may use its points after thirty days', async () => {
  await earnTen('li')
  const party = await addChildren('li', 1)
  const added = linli.clock.now
  const slotId = await publish(
    [seat({ ...withWindow(added), opensAt: new Date(added + 40 * DAY).toISOString() })],
    added + 45 * DAY,
  )
  const { communityId } = community
  const refused = await call(linli, 'li', 'bookSlot', { communityId, slotId, party })
  expect(reasonOf(refused)).toMatchObject({
    reason: 'not_open_yet',
    have: 10,
    pointsUsableFrom: added + 30 * DAY,
  })
  linli.clock.now = added + 30 * DAY
  await book('li', slotId, party)
})

it('a resident whose address changes is confirmed anew', async () => {
  const { communityId, gridId } = community
  const address = { communityId, gridId, building: '3栋', door: '101' }
  const confirmed = async () => (await done(linli, 'li', 'getHousehold', { communityId })).confirmed
  await done(linli, 'li', 'setAddress', address)
  await done(linli, 'li', 'setAddress', { ...address, door: ' １０１ ' })
  expect(await confirmed()).toBe(true)
  await done(linli, 'li', 'setAddress', { ...address, door: '909' })
  expect(await confirmed()).toBe(false)
  const { doors } = await done(linli, 'cadre', 'listUnconfirmed', { communityId })
  expect(doors.flatMap((door) => door.households[0]?.residents.map((it) => it.name))).toEqual(['li'])
})

it('a cancelled session gives no number, no presence and no points', async () => {
  const { communityId } = community
  await book('li', await publish([post()]))
  await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
  linli.clock.now = SATURDAY
  const session = { communityId, sessionId }
  expect(reasonOf(await call(linli, 'cadre', 'getCheckInCode', session)).reason).toBe('check_in_not_open')
  expect(reasonOf(await call(linli, 'li', 'checkIn', { ...session, code: '000000' })).reason).toBe(
    'check_in_not_open',
  )
  linli.clock.now = SATURDAY + HOUR
  const confirm = { ...session, headCount: 1, absent: [] }
  expect(reasonOf(await call(linli, 'cadre', 'confirmSession', confirm)).reason).toBe('session_cancelled')
})
