import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const OFFERED = SATURDAY - 2 * HOUR
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let sessionId: string
let slotId: string
let bookingId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  communityId = community.communityId
  for (const name of ['wang', 'li', 'zhao']) await community.resident(name)
  const draft = pictureBookClass(communityId, SATURDAY, [post({ capacity: 1 })])
  sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
  slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  bookingId = (await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })).bookingId
  await done(linli, 'li', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const giveUp = () => done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
const toCall = async (now: number) => {
  linli.clock.now = now
  return (await done(linli, 'cadre', 'getRoster', { communityId, sessionId })).toCall
}
const onDesk = async () =>
  (await done(linli, 'cadre', 'listCalls', { communityId, which: 'open' })).sessions[0]?.toCall
const tell = (noticeId: string | undefined) =>
  done(linli, 'cadre', 'markTold', { communityId, noticeId: noticeId ?? '' })
const audited = () =>
  linli.database.transaction((tx) =>
    tx.query(
      "SELECT action, session_id AS session FROM audit_entry WHERE action IN ('markTold', 'revealRoster')",
    ),
  )

it('names who has not read an offer when half of its time is used, where they live, and masked', async () => {
  const address = { communityId, gridId: community.gridId, building: '3栋', door: '101' }
  await done(linli, 'li', 'setAddress', address)
  linli.clock.now = OFFERED
  await giveUp()
  expect(await toCall(OFFERED + 15 * MINUTE - 1)).toEqual([])
  const [callee, ...others] = await toCall(OFFERED + 15 * MINUTE)
  expect(others).toEqual([])
  expect(callee).toMatchObject({
    ...{ kind: 'waitlist_offer', until: OFFERED + 30 * MINUTE, name: 'l**' },
    ...{ gridName: '第一网格', building: '3栋' },
  })
  expect(await onDesk()).toBe(1)
  expect(await toCall(OFFERED + 30 * MINUTE)).toEqual([])
})

it('shows the whole name only to who gives a reason, which is logged', async () => {
  linli.clock.now = OFFERED
  await giveUp()
  linli.clock.now = OFFERED + 20 * MINUTE
  const roster = await done(linli, 'cadre', 'revealRoster', { communityId, sessionId, why: '打电话联系' })
  expect(roster.toCall.map((callee) => callee.name)).toEqual(['li'])
  expect(await audited()).toEqual([{ action: 'revealRoster', session: sessionId }])
})

it('no longer names who was told, which is logged once', async () => {
  linli.clock.now = OFFERED
  await giveUp()
  const [callee] = await toCall(OFFERED + 20 * MINUTE)
  await tell(callee?.noticeId)
  await tell(callee?.noticeId)
  expect(await toCall(OFFERED + 20 * MINUTE)).toEqual([])
  expect(await onDesk()).toBe(0)
  expect(await audited()).toEqual([{ action: 'markTold', session: sessionId }])
  const other = await call(linli, 'cadre', 'markTold', { communityId, noticeId: 'zzzzzzzzzzzz' })
  expect(other).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

it('names nobody who has read the notice, accepted the offer or left the line', async () => {
  linli.clock.now = OFFERED
  await giveUp()
  expect(await toCall(OFFERED + 20 * MINUTE)).toHaveLength(1)
  const offerId = (await done(linli, 'li', 'getSession', { communityId, sessionId })).slots[0]?.waitlist
    ?.offer?.id
  const accepted = await done(linli, 'li', 'acceptOffer', { communityId, offerId })
  expect(await toCall(OFFERED + 20 * MINUTE)).toEqual([])
  await done(linli, 'zhao', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  await done(linli, 'li', 'cancelBooking', { communityId, bookingId: accepted.bookingId })
  expect(await toCall(OFFERED + 40 * MINUTE)).toHaveLength(1)
  await done(linli, 'zhao', 'listNotices', { communityId })
  expect(await toCall(OFFERED + 40 * MINUTE)).toEqual([])
})

it('names who was booked from the waitlist and does not know it, until the place is given back', async () => {
  linli.clock.now = SATURDAY - 2 * DAY
  await giveUp()
  const freeUntil = SATURDAY - 12 * HOUR
  expect(await toCall(freeUntil - 6 * HOUR - 1)).toEqual([])
  expect(await toCall(freeUntil - 6 * HOUR)).toMatchObject([
    { kind: 'booked_from_waitlist', until: freeUntil },
  ])
  expect(await toCall(SATURDAY - 1)).toHaveLength(1)
  const { bookings } = await done(linli, 'li', 'listMyBookings', { communityId, which: 'upcoming' })
  await done(linli, 'li', 'cancelBooking', { communityId, bookingId: bookings[0]?.id })
  expect(await toCall(SATURDAY - 1)).toEqual([])
})

it('names nobody of a session that was cancelled or has begun', async () => {
  linli.clock.now = SATURDAY - 2 * DAY
  await giveUp()
  expect(await toCall(SATURDAY)).toEqual([])
  await linli.database.transaction((tx) =>
    tx.query('UPDATE session SET cancelled_at = $2 WHERE community_id = $1', [communityId, MONDAY]),
  )
  expect(await toCall(SATURDAY - HOUR)).toEqual([])
})

it('tells a volunteer without a name from an empty row', async () => {
  const { bookingId: mine } = await done(linli, 'nameless', 'bookSlot', {
    ...{ communityId, party: self },
    slotId: await anotherPost(),
  })
  const { slots } = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
  expect(slots[0]?.rows).toMatchObject([{ bookingId: mine, name: '' }])
})

async function anotherPost(): Promise<string> {
  const draft = pictureBookClass(communityId, SATURDAY + DAY, [post()])
  sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
  return (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
}
