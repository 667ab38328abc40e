import { DISPUTE_WITHIN } from '@/domain/dispute'
import { DAY, HOUR } from '@/domain/time'
import { seat, withWindow } from './calls'
import { answered, leave } from './changes'
import { call, done, reasonOf } from './deployment'
import { scene, self, type Scene } from './draws'
import { duties } from './duties'
import { moveInWith } from './neighbours'

let it_: Scene
let do_: ReturnType<typeof duties>
let communityId: string

beforeEach(async () => {
  it_ = await scene()
  do_ = duties(it_)
  ;({ communityId } = do_)
  await do_.settleIn('wang', 'li')
})
afterEach(() => leave(it_))

/** Ten points of wang's, and what wang says is not right about them. */
async function disputed(change: object = {}): Promise<string> {
  await do_.close(await do_.hold(['wang', 'li']))
  return (await answered(do_.dispute('wang', 1, change))).dispute.id
}

const codeOf = async (envelope: ReturnType<typeof do_.correct>) => {
  const answer = await envelope
  return answer.ok ? 'ok' : answer.error.code
}

it('tells each entry in full, and how presence was recorded and confirmed', async () => {
  await do_.close(await do_.hold(['wang', 'li']))
  const { entries, owed, hoursOnly } = await do_.statementOf('wang')
  expect(entries).toEqual([
    expect.objectContaining({
      ...{ kind: 'service', amount: 10, balance: 10, activityTitle: '周六绘本课', slotTitle: '领读志愿者' },
      ...{ checkInMethod: 'code', confirmedBy: 'cadre', minutes: 60, attendeeName: 'wang', dispute: null },
    }),
  ])
  expect({ owed, hoursOnly }).toEqual({ owed: 0, hoursOnly: false })
})

it('tells which place points bought, and why they came back', async () => {
  const { linli, publish } = it_
  await do_.close(await do_.hold(['wang'], { points: 20 }))
  const now = linli.clock.now
  const window = { ageBand: null, capacity: 4, ...withWindow(now) }
  const { slotId } = await publish([seat(window)], now + 5 * DAY)
  const { bookingId } = await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
  linli.clock.now += HOUR
  await done(linli, 'wang', 'cancelBooking', { communityId, bookingId })
  linli.clock.now += HOUR
  await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
  linli.clock.now += HOUR
  const { sessionId } = (
    await done(linli, 'wang', 'listMyBookings', { communityId, which: 'upcoming' })
  ).bookings.map(({ session }) => ({ sessionId: session.id }))[0] ?? { sessionId: '' }
  await done(linli, 'cadre', 'cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
  const { entries } = await do_.statementOf('wang')
  expect(entries.map(({ kind, returned, slotTitle }) => [kind, returned, slotTitle])).toEqual([
    ['return', 'session_cancelled', '孩子名额'],
    ['booking', null, '孩子名额'],
    ['return', 'given_back', '孩子名额'],
    ['booking', null, '孩子名额'],
    ['service', null, '领读志愿者'],
  ])
})

it('goes to the cadre’s queue with what is known of the presence, names masked', async () => {
  const id = await disputed({ cause: 'minutes', note: '我待到了最后' })
  const { disputes, open } = await do_.queue()
  expect(open).toBe(1)
  expect(disputes).toMatchObject([
    {
      ...{ id, state: 'open', cause: 'minutes', note: '我待到了最后', raisedBy: 'w**', ownHousehold: false },
      entry: { kind: 'service', amount: 10, attendeeName: 'w**' },
      correctable: { kind: 'service', points: 10, most: 30, minutes: 60 },
      presence: { checkInMethod: 'code', outcome: 'present', headCount: 1, counted: 2, checkedOutAt: null },
    },
  ])
  const calls = await done(it_.linli, 'cadre', 'listCalls', { communityId, which: 'closed' })
  expect(calls.disputes).toBe(1)
})

it('ends in a correction that both sides see, once, with a notice and an audit row', async () => {
  const id = await disputed()
  await answered(do_.correct(id, 16, { minutes: 50 }))
  expect(await do_.pointsOf('wang')).toBe(16)
  const past = await done(it_.linli, 'wang', 'listMyBookings', { communityId, which: 'past' })
  expect(past.bookings.map(({ earned }) => earned)).toEqual([16])
  expect(await do_.minutesOf('wang')).toBe(50)
  const { entries } = await do_.statementOf('wang')
  expect(entries).toMatchObject([
    { kind: 'correction', amount: 6, corrects: { kind: 'service', amount: 10, cause: 'dispute' } },
    {
      kind: 'service',
      amount: 10,
      minutes: 50,
      dispute: { id, state: 'corrected' },
      disputes: { answered: 1 },
    },
  ])
  expect((await do_.queue()).disputes).toEqual([])
  expect((await do_.queue('answered')).disputes).toMatchObject([{ id, state: 'corrected' }])
  expect(await do_.noticesOf('wang', 'dispute_answered')).toMatchObject([{ points: 6 }])
  expect(await do_.audit('answerDispute')).toEqual([{ subject: do_.idOf('wang'), why: '10 -> 16 points' }])
})

it('ends in a reason, and the points stay', async () => {
  const id = await disputed()
  await answered(do_.keep(id, 'cadre', { cause: 'other', note: '当天您提前走了' }))
  expect(await do_.pointsOf('wang')).toBe(10)
  const { entries } = await do_.statementOf('wang')
  expect(entries[0]?.dispute).toMatchObject({
    ...{ state: 'kept', keepCause: 'other', answerNote: '当天您提前走了' },
  })
  expect(await do_.noticesOf('wang', 'dispute_answered')).toMatchObject([{ points: null }])
})

it('takes what is there and leaves the rest owing, which the next service makes up for', async () => {
  const { linli, publish } = it_
  const id = await disputed()
  const now = linli.clock.now
  const { slotId } = await publish([seat({ ageBand: null, capacity: 4, ...withWindow(now) })], now + 5 * DAY)
  await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
  await answered(do_.correct(id, 6, {}))
  expect(await do_.statementOf('wang')).toMatchObject({ balance: 0, owed: 4 })
  await do_.close(await do_.hold(['wang'], { startsAt: linli.clock.now + 30 * HOUR }))
  const { balance, owed, entries } = await do_.statementOf('wang')
  expect({ balance, owed }).toEqual({ balance: 6, owed: 0 })
  expect(entries[0]).toMatchObject({ kind: 'correction', amount: -4, corrects: { cause: 'owed' } })
})

it('gives back part of what a place cost, and never asks for more', async () => {
  const { linli, publish } = it_
  await do_.close(await do_.hold(['wang']))
  const now = linli.clock.now
  const { slotId } = await publish([seat({ ageBand: null, capacity: 4, ...withWindow(now) })], now + 5 * DAY)
  await done(linli, 'wang', 'bookSlot', { communityId, slotId, party: self })
  const { dispute } = await answered(do_.dispute('wang', 2, { cause: 'not_returned' }))
  expect((await do_.queue()).disputes[0]?.correctable).toEqual({
    ...{ kind: 'booking', points: 10, most: 10, minutes: null },
  })
  expect(reasonOf(await do_.correct(dispute.id, 11))).toEqual({ reason: 'more_than_paid', paid: 10 })
  await answered(do_.correct(dispute.id, 4))
  expect(await do_.pointsOf('wang')).toBe(6)
  expect(await do_.noticesOf('wang', 'dispute_answered')).toMatchObject([{ points: 6 }])
})

it('is one at a time, twice at most, and can be taken back by anybody of the household', async () => {
  const id = await disputed()
  expect(reasonOf(await do_.dispute('wang', 1))).toEqual({ reason: 'already_disputed' })
  await moveInWith(it_.linli, 'li', 'wang')
  await answered(do_.withdraw('li', id))
  expect(reasonOf(await do_.withdraw('wang', id))).toEqual({ reason: 'dispute_ended', state: 'withdrawn' })
  expect(reasonOf(await do_.keep(id))).toEqual({ reason: 'dispute_ended', state: 'withdrawn' })
  const second = await answered(do_.dispute('li', 1))
  await answered(do_.correct(second.dispute.id, 12))
  // What answered it is asked about as the entry it corrects.
  const third = await answered(do_.dispute('wang', 2))
  expect((await do_.queue()).disputes[0]).toMatchObject({
    entry: { kind: 'correction' },
    correctable: { points: 12 },
  })
  await answered(do_.keep(third.dispute.id))
  for (const seq of [1, 2])
    expect(reasonOf(await do_.dispute('wang', seq))).toEqual({ reason: 'answered_twice' })
})

it('is for 90 days, to the millisecond', async () => {
  await do_.close(await do_.hold(['wang']))
  const until = it_.linli.clock.now + DISPUTE_WITHIN
  it_.linli.clock.now = until
  expect(reasonOf(await do_.dispute('wang', 1))).toEqual({ reason: 'dispute_too_late', until })
  it_.linli.clock.now = until - 1
  await answered(do_.dispute('wang', 1))
})

it('is not answered by somebody of the same household', async () => {
  const id = await disputed()
  await moveInWith(it_.linli, 'cadre', 'wang')
  expect((await do_.queue()).disputes[0]?.ownHousehold).toBe(true)
  expect(reasonOf(await do_.keep(id))).toEqual({ reason: 'own_household' })
  expect(reasonOf(await do_.correct(id, 30))).toEqual({ reason: 'own_household' })
  await answered(do_.keep(id, 'chief'))
})

it('corrects to more than 30 points by an admin alone, and to no longer than was planned', async () => {
  const id = await disputed()
  expect(reasonOf(await do_.correct(id, 31))).toEqual({ reason: 'needs_admin', most: 30 })
  expect(reasonOf(await do_.correct(id, 10, { minutes: 61 }))).toEqual({
    ...{ reason: 'more_than_planned', minutes: 60 },
  })
  expect(reasonOf(await do_.correct(id, 10, { minutes: 60 }))).toEqual({ reason: 'nothing_to_correct' })
  await answered(do_.correct(id, 31, {}, 'chief'))
  expect(await do_.pointsOf('wang')).toBe(31)
})

it('corrects to nothing at all', async () => {
  await answered(do_.correct(await disputed(), 0, { minutes: 0 }))
  expect([await do_.pointsOf('wang'), await do_.minutesOf('wang')]).toEqual([0, 0])
})

it.each([
  ['negative points', -1],
  ['a thousand million points', 1e9],
  ['half a point', 1.5],
  ['points in words', '十'],
])('takes no %s', async (_, points) => {
  const id = await disputed()
  expect(await codeOf(do_.correct(id, points))).toBe('bad_input')
  expect(await do_.pointsOf('wang')).toBe(10)
  expect((await do_.queue()).open).toBe(1)
})

it('wants words for another cause, and not more than sixty characters of them', async () => {
  await do_.close(await do_.hold(['wang']))
  const codeFor = async (change: object) => {
    const answer = await do_.dispute('wang', 1, change)
    return answer.ok ? 'ok' : answer.error.code
  }
  expect(await codeFor({ cause: 'other', note: ' ' })).toBe('bad_input')
  expect(await codeFor({ note: '字'.repeat(61) })).toBe('bad_input')
  expect(await codeFor({ cause: 'made_up' })).toBe('bad_input')
  expect(await codeFor({ note: '字'.repeat(60) })).toBe('ok')
})

it('is about one’s own statement alone, of one’s own community', async () => {
  const { linli, community } = it_
  const id = await disputed()
  await community.resident('sun')
  const codes = [
    await do_.dispute('sun', 1),
    await do_.dispute('wang', 99),
    await do_.withdraw('li', id),
    await call(linli, 'wang', 'disputeEntry', { communityId: 'zzzzzz', seq: 1, cause: 'points', note: '' }),
  ].map((answer) => (answer.ok ? 'ok' : answer.error.code))
  expect(codes).toEqual(['not_found', 'not_found', 'not_found', 'not_found'])
  const stranger = await do_.dispute('stranger', 1)
  expect(stranger.ok ? 'ok' : stranger.error.code).toBe('forbidden')
})

it('keeps the words out of the ledger', async () => {
  await answered(do_.keep(await disputed({ note: '我在场的呀' }), 'cadre', { note: '当面说过了' }))
  const rows = await it_.linli.database.transaction((tx) =>
    tx.query<{ row: string }>(
      'SELECT m::text AS row FROM points_movement m UNION ALL SELECT e::text FROM points_entry e',
    ),
  )
  expect(JSON.stringify(rows)).not.toMatch(/在场|当面/)
})

it('gives hours alone to who chose so, from the next confirmation on', async () => {
  const { linli } = it_
  await do_.close(await do_.hold(['wang']))
  expect(await done(linli, 'wang', 'setHoursOnly', { communityId, hoursOnly: true })).toEqual({
    hoursOnly: true,
  })
  await do_.close(await do_.hold(['wang', 'li']))
  expect([await do_.pointsOf('wang'), await do_.minutesOf('wang'), await do_.pointsOf('li')]).toEqual([
    10, 120, 10,
  ])
  expect((await do_.statementOf('wang')).hoursOnly).toBe(true)
  const { records } = await done(linli, 'wang', 'listServiceRecords', { communityId })
  expect(records.map(({ minutes, points }) => [minutes, points])).toEqual([
    [60, 0],
    [60, 10],
  ])
})
