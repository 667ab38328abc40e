import { verifyLedger } from '@/cloud/ledger-check'
import { checkInCode } from '@/domain/check-in-code'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, post, seat, withWindow } from './calls'
import {
  call,
  deploy,
  done,
  newRequestId,
  reasonOf,
  settle,
  type Neighbourhood,
  type TestDeployment,
} from './deployment'

// A Monday morning in Shanghai; the class is on Saturday.
const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let community: Neighbourhood
let sessionId: string

beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect((await verifyLedger(linli.database)).broken).toEqual([])
  await linli.close()
})

const self = [{ kind: 'self' }]

async function publish(slots: object[], startsAt = SATURDAY): Promise<{ slots: string[] }> {
  const { communityId } = community
  const call = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, startsAt, slots))
  sessionId = call.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { slots: view.slots.map((slot) => slot.id) }
}

/** A confirmed parent with children of three to six. */
async function parent(openId: string, children = 1): Promise<{ kind: 'child'; childId: string }[]> {
  const { communityId } = community
  await community.resident(openId)
  const party = []
  for (let index = 0; index < children; index += 1) {
    const child = { communityId, nickname: `小${index}`, ageBand: '3-6', consentVersion: CONSENT_VERSION }
    party.push({ kind: 'child' as const, childId: (await done(linli, openId, 'addChild', child)).childId })
  }
  return party
}

const secretOf = async (id: string): Promise<string> => {
  const rows = await linli.database.transaction((tx) =>
    tx.query<{ secret: string }>('SELECT secret FROM session WHERE community_id = $1 AND id = $2', [
      community.communityId,
      id,
    ]),
  )
  return rows[0]?.secret ?? ''
}

/** Serves a post from claim to confirmation, one hour, 10 points, before the class. */
async function serve(openId: string): Promise<void> {
  const { communityId } = community
  const startsAt = linli.clock.now + 30 * HOUR
  const [postId] = (await publish([post()], startsAt)).slots
  await done(linli, openId, 'bookSlot', { communityId, slotId: postId, party: self })
  linli.clock.now = startsAt
  const code = checkInCode(await secretOf(sessionId), startsAt)
  await done(linli, openId, 'checkIn', { communityId, sessionId, code })
  linli.clock.now = startsAt + HOUR
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}

describe('a post from the group chat', () => {
  it('is claimed by a stranger with one request, who thereby joins the community', async () => {
    const { communityId } = community
    const [postId] = (await publish([post()])).slots
    const before = await done(linli, 'stranger', 'getSession', { communityId, sessionId })
    expect(before.member).toBeNull()
    const { places } = await done(linli, 'stranger', 'bookSlot', {
      communityId,
      slotId: postId,
      party: self,
    })
    expect(places.held).toBe(1)
    const after = await done(linli, 'stranger', 'getSession', { communityId, sessionId })
    expect(after.member).toMatchObject({ role: 'resident', confirmed: false })
  })

  it('is not joined by a stranger who gets no place', async () => {
    const { communityId } = community
    const [postId] = (await publish([post({ withChildren: true })])).slots
    const refused = await call(linli, 'stranger', 'bookSlot', { communityId, slotId: postId, party: self })
    expect(reasonOf(refused)).toMatchObject({ reason: 'not_confirmed' })
    expect((await done(linli, 'stranger', 'whoAmI', {})).memberships).toEqual([])
  })

  it('changes nothing on a second tap, and answers a repeated request the same', async () => {
    const { communityId } = community
    const [slotId] = (await publish([post()])).slots
    await community.resident('wang')
    const requestId = newRequestId()
    const first = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self }, requestId)
    const repeated = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self }, requestId)
    expect(repeated).toEqual(first)
    const secondTap = await call(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
    expect(reasonOf(secondTap)).toMatchObject({ reason: 'already_booked', attendee: { name: 'wang' } })
    const view = await done(linli, 'wang', 'getSession', { communityId, sessionId })
    expect(view.slots[0]?.places.held).toBe(1)
  })

  it('does not come back by a repeated request that arrives after it was cancelled', async () => {
    const { communityId } = community
    const [slotId] = (await publish([post()])).slots
    await community.resident('wang')
    const requestId = newRequestId()
    const first = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self }, requestId)
    await done(linli, 'wang', 'cancelBooking', { communityId, bookingId: first.bookingId })
    const late = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self }, requestId)
    expect(late).toEqual(first)
    const mine = await done(linli, 'wang', 'listMyBookings', { communityId, which: 'upcoming' })
    expect(mine.bookings).toEqual([])
  })

  it('is published once, however often 发布 is tapped', async () => {
    const { communityId } = community
    const draft = pictureBookClass(communityId, SATURDAY)
    const requestId = newRequestId()
    const [first, again] = [
      await done(linli, 'cadre', 'publishCall', draft, requestId),
      await done(linli, 'cadre', 'publishCall', draft, requestId),
    ]
    expect(again).toEqual(first)
    expect((await done(linli, 'cadre', 'listCalls', { communityId, which: 'open' })).sessions).toHaveLength(1)
  })

  it('conflicts when one requestId is used for two different requests', async () => {
    const { communityId } = community
    const { slots } = await publish([post(), post({ title: '签到' })])
    await community.resident('wang')
    const requestId = newRequestId()
    await done(linli, 'wang', 'bookSlot', { communityId, slotId: slots[0], party: self }, requestId)
    const other = await call(
      linli,
      'wang',
      'bookSlot',
      { communityId, slotId: slots[1], party: self },
      requestId,
    )
    expect(other).toMatchObject({ ok: false, error: { code: 'request_id_conflict' } })
  })

  it('offers the waitlist once it is full, and the place of who cancels goes to the first there', async () => {
    const { communityId } = community
    const [slotId] = (await publish([post({ capacity: 1 })])).slots
    for (const name of ['wang', 'li', 'zhao']) await community.resident(name)
    const { bookingId } = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
    const full = await call(linli, 'li', 'bookSlot', { communityId, slotId, party: self })
    expect(reasonOf(full)).toEqual({ reason: 'slot_full', waitlist: 0, left: 0 })
    for (const name of ['li', 'zhao']) {
      await done(linli, name, 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
    }
    const twice = await call(linli, 'li', 'joinWaitlist', {
      communityId,
      slotId,
      party: self,
      usePoints: false,
    })
    expect(reasonOf(twice)).toEqual({ reason: 'already_waiting' })
    const cancelled = await done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
    expect(cancelled).toEqual({ returned: 0, late: false, passedOn: true })
    const mine = await done(linli, 'li', 'listMyBookings', { communityId, which: 'upcoming' })
    expect(mine.bookings.map((booking) => booking.slotId)).toEqual([slotId])
    const { notices } = await done(linli, 'li', 'listNotices', { communityId })
    expect(notices.map((notice) => notice.kind)).toEqual(['booked_from_waitlist'])
    const next = await done(linli, 'zhao', 'getSession', { communityId, sessionId })
    expect(next.slots[0]?.waitlist?.position).toBe(1)
  })

  it('comes as an offer of half an hour on the day itself, and goes on when it lapses', async () => {
    const { communityId } = community
    const [slotId] = (await publish([post({ capacity: 1 })])).slots
    for (const name of ['wang', 'li', 'zhao']) await community.resident(name)
    const { bookingId } = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
    for (const name of ['li', 'zhao']) {
      await done(linli, name, 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
    }
    linli.clock.now = SATURDAY - 2 * HOUR
    const cancelled = await done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
    expect(cancelled).toMatchObject({ late: true, passedOn: true })
    const offered = await done(linli, 'li', 'getSession', { communityId, sessionId })
    const offer = offered.slots[0]?.waitlist?.offer
    expect(offer?.until).toBe(linli.clock.now + 30 * MINUTE)
    expect(offered.slots[0]?.places.held).toBe(1)
    linli.clock.now += 30 * MINUTE
    const late = await call(linli, 'li', 'acceptOffer', { communityId, offerId: offer?.id })
    expect(reasonOf(late)).toEqual({ reason: 'offer_lapsed' })
    const next = await done(linli, 'zhao', 'getSession', { communityId, sessionId })
    const accepted = { communityId, offerId: next.slots[0]?.waitlist?.offer?.id }
    await done(linli, 'zhao', 'acceptOffer', accepted)
    const mine = await done(linli, 'zhao', 'listMyBookings', { communityId, which: 'upcoming' })
    expect(mine.bookings).toHaveLength(1)
  })
})

describe('service on the day', () => {
  it('gives points to the household and hours to the person, once however often it is confirmed', async () => {
    const { communityId } = community
    await community.resident('wang')
    await serve('wang')
    for (let again = 0; again < 2; again += 1) {
      await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
    }
    const statement = await done(linli, 'wang', 'getStatement', { communityId })
    expect(statement).toMatchObject({ balance: 10, canPay: 10, minutesThisYear: 60 })
    expect(statement.entries).toMatchObject([{ kind: 'service', amount: 10, checkInMethod: 'code' }])
    const record = await done(linli, 'wang', 'listServiceRecords', { communityId })
    expect(record).toMatchObject({ totalMinutes: 60, records: [{ minutes: 60, points: 10 }] })
  })

  it('gives hours but no points below 60 % of the planned time', async () => {
    const { communityId } = community
    await community.resident('wang')
    const [slotId] = (await publish([post()])).slots
    await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
    linli.clock.now = SATURDAY + 25 * MINUTE
    const code = checkInCode(await secretOf(sessionId), linli.clock.now)
    await done(linli, 'wang', 'checkIn', { communityId, sessionId, code })
    linli.clock.now = SATURDAY + HOUR
    await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
    expect(await done(linli, 'wang', 'getStatement', { communityId })).toMatchObject({
      balance: 0,
      minutesThisYear: 35,
    })
  })

  it('cannot be confirmed before its end, nor by the household it is about', async () => {
    const { communityId } = community
    const [slotId] = (await publish([post()])).slots
    await done(linli, 'cadre', 'bookSlot', { communityId, slotId, party: self })
    linli.clock.now = SATURDAY
    const confirm = { communityId, sessionId, headCount: 1, absent: [] }
    expect(reasonOf(await call(linli, 'cadre', 'confirmSession', confirm))).toMatchObject({
      reason: 'session_not_over',
    })
    const roster = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
    const attendeeId = roster.slots[0]?.rows[0]?.attendeeId
    const marked = await call(linli, 'cadre', 'markPresent', {
      communityId,
      sessionId,
      attendeeId,
      why: '忘带手机',
    })
    expect(reasonOf(marked)).toEqual({ reason: 'own_household' })
    const code = checkInCode(await secretOf(sessionId), linli.clock.now)
    await done(linli, 'cadre', 'checkIn', { communityId, sessionId, code })
    linli.clock.now = SATURDAY + HOUR
    expect(await done(linli, 'cadre', 'confirmSession', confirm)).toMatchObject({
      present: 0,
      undecided: 1,
      points: 0,
    })
    await community.resident('colleague', { role: 'cadre' })
    expect(await done(linli, 'colleague', 'confirmSession', confirm)).toMatchObject({
      present: 1,
      points: 10,
    })
  })

  it('locks the number after five wrong guesses, and knows only this session and this minute', async () => {
    const { communityId } = community
    await community.resident('wang')
    const [slotId] = (await publish([post()])).slots
    await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
    linli.clock.now = SATURDAY
    const secret = await secretOf(sessionId)
    const stale = checkInCode(secret, SATURDAY - 5 * MINUTE)
    for (let left = 4; left >= 0; left -= 1) {
      const wrong = await call(linli, 'wang', 'checkIn', { communityId, sessionId, code: stale })
      expect(reasonOf(wrong)).toEqual({ reason: 'code_wrong', triesLeft: left })
    }
    const right = { communityId, sessionId, code: checkInCode(secret, SATURDAY) }
    expect(reasonOf(await call(linli, 'wang', 'checkIn', right))).toMatchObject({ reason: 'code_locked' })
    linli.clock.now += 6 * MINUTE
    await done(linli, 'wang', 'checkIn', { ...right, code: checkInCode(secret, linli.clock.now) })
  })

  it('shows masked names until a cadre reveals them, and logs who did and why', async () => {
    const { communityId } = community
    await community.resident('王小明')
    const [slotId] = (await publish([post()])).slots
    await done(linli, '王小明', 'bookSlot', { communityId, slotId, party: self })
    const masked = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
    expect(JSON.stringify(masked)).not.toContain('小明')
    const open = await done(linli, 'cadre', 'revealRoster', { communityId, sessionId, why: '点名' })
    expect(open.slots[0]?.rows[0]?.name).toBe('王小明')
    const log = await linli.database.transaction((tx) =>
      tx.query('SELECT action, why FROM audit_entry WHERE community_id = $1 AND action = $2', [
        communityId,
        'revealRoster',
      ]),
    )
    expect(log).toEqual([{ action: 'revealRoster', why: '点名' }])
  })
})

describe('a place in the class', () => {
  it('is booked inside the window with points, and tells who has none when and how', async () => {
    const { communityId } = community
    const party = await parent('lin')
    const other = await parent('zhou')
    await serve('lin')
    const classAt = linli.clock.now + 4 * DAY
    const [slotId] = (await publish([seat(withWindow(linli.clock.now))], classAt)).slots
    const refused = await call(linli, 'zhou', 'bookSlot', { communityId, slotId, party: other })
    expect(reasonOf(refused)).toEqual({
      reason: 'not_open_yet',
      opensAt: linli.clock.now + 2 * DAY,
      priorityOpensAt: linli.clock.now,
      price: 10,
      have: 0,
      need: 10,
      needsConfirmation: false,
      pointsUsableFrom: null,
    })
    const { booking, bookingId } = await done(linli, 'lin', 'bookSlot', { communityId, slotId, party })
    expect(booking).toMatchObject({ paid: 10 })
    expect(await done(linli, 'lin', 'getStatement', { communityId })).toMatchObject({ balance: 0, canPay: 0 })
    const cancelled = await done(linli, 'lin', 'cancelBooking', { communityId, bookingId })
    expect(cancelled).toEqual({ returned: 10, late: false, passedOn: false })
    const statement = await done(linli, 'lin', 'getStatement', { communityId })
    expect(statement.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['return', 10],
      ['booking', -10],
      ['service', 10],
    ])
    expect(statement.canPay).toBe(10)
  })

  it('keeps the points of who cancels within twelve hours of the start', async () => {
    const { communityId } = community
    const party = await parent('lin')
    await serve('lin')
    const classAt = linli.clock.now + 3 * DAY
    const [slotId] = (await publish([seat(withWindow(linli.clock.now))], classAt)).slots
    const { bookingId } = await done(linli, 'lin', 'bookSlot', { communityId, slotId, party })
    linli.clock.now = classAt - 12 * HOUR
    expect(await done(linli, 'lin', 'cancelBooking', { communityId, bookingId })).toMatchObject({
      returned: 0,
      late: true,
    })
    expect(await done(linli, 'lin', 'getStatement', { communityId })).toMatchObject({ balance: 0 })
  })

  it('takes a party of siblings whole or not at all, and one of them may cancel alone', async () => {
    const { communityId } = community
    const [slotId] = (await publish([seat({ capacity: 3 })])).slots
    const two = await parent('lin', 2)
    const more = await parent('zhou', 2)
    const { bookingId } = await done(linli, 'lin', 'bookSlot', { communityId, slotId, party: two })
    const refused = await call(linli, 'zhou', 'bookSlot', { communityId, slotId, party: more })
    expect(reasonOf(refused)).toEqual({ reason: 'slot_full', waitlist: 0, left: 1 })
    const attendeeIds = [two[0]?.childId]
    await done(linli, 'lin', 'cancelBooking', { communityId, bookingId, attendeeIds })
    await done(linli, 'zhou', 'bookSlot', { communityId, slotId, party: more })
    const view = await done(linli, 'lin', 'getSession', { communityId, sessionId })
    expect(view.slots[0]?.places.held).toBe(3)
    expect(view.slots[0]?.booked).toEqual([two[1]?.childId])
  })

  it('goes to one child now while the other waits on at the family’s turn', async () => {
    const { communityId } = community
    const [slotId] = (await publish([seat({ capacity: 2 })])).slots
    const first = await parent('wang')
    const held = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: first })
    const two = await parent('lin', 2)
    await done(linli, 'lin', 'joinWaitlist', { communityId, slotId, party: two, usePoints: false })
    await done(linli, 'lin', 'bookSlot', { communityId, slotId, party: two.slice(0, 1) })
    const now = await done(linli, 'lin', 'getSession', { communityId, sessionId })
    expect(now.slots[0]?.waitlist).toMatchObject({
      position: 1,
      attendees: [{ id: two[1]?.childId }],
    })
    await done(linli, 'wang', 'cancelBooking', { communityId, bookingId: held.bookingId })
    const after = await done(linli, 'lin', 'getSession', { communityId, sessionId })
    expect(after.slots[0]?.booked.sort()).toEqual(two.map((child) => child.childId).sort())
    expect(after.slots[0]?.waitlist).toBeNull()
  })

  it('is not booked for a child of another household', async () => {
    const { communityId } = community
    const [slotId] = (await publish([seat()])).slots
    const party = await parent('lin')
    await community.resident('zhou')
    const foreign = await call(linli, 'zhou', 'bookSlot', { communityId, slotId, party })
    expect(foreign).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})
