import { DAY, MINUTE } from '@/domain/time'
import { seat, withWindow } from '../cloud/calls'
import { answered, hands, iso } from '../cloud/changes'
import { call, done, reasonOf } from '../cloud/deployment'
import { neighbours, scene, self, SUNDAY, type Scene } from '../cloud/draws'
import { brokenInvariants } from '../invariants'

let it_: Scene
let do_: ReturnType<typeof hands>

beforeEach(async () => {
  it_ = await scene(16)
  do_ = hands(it_)
})
afterEach(async () => {
  const { linli } = it_
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

const general = (change: object = {}) => seat({ ageBand: null, ...change })

/** Bookings of a session by their turn, and whether they still hold places. */
const turnsOf = (sessionId: string) =>
  it_.linli.database.transaction((tx) =>
    tx.query<{ id: string; held: boolean }>(
      `SELECT b.id, bool_or(p.cancelled_at IS NULL) AS held FROM booking b
       JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id
       WHERE b.session_id = $1 GROUP BY b.id, b.turn ORDER BY b.turn`,
      [sessionId],
    ),
  )

it.each([1, 7, 13, 19, 25, 31])(
  'a slot that shrinks after %d of sixty bookings keeps the first, loses nobody, and is never over its number',
  async (after) => {
    const { linli, publish, slotOf, community } = it_
    const { communityId } = community
    const { sessionId, slotId } = await publish([general({ capacity: 80 })])
    const early = await Promise.all(neighbours(10).map((who) => do_.book(who, slotId)))
    const book = (who: string) => call(linli, who, 'bookSlot', { communityId, slotId, party: self })
    const answers: Awaited<ReturnType<typeof book>>[] = []
    // Six who do not wait for each other, one booking after another from each.
    const family = async (name: string) => {
      for (let index = 0; index < 10; index += 1) answers.push(await book(`${name}-${index}`))
    }
    const shrink = async () => {
      while (answers.length < after) await new Promise(setImmediate)
      return call(linli, 'cadre', 'changeSlot', { communityId, slotId, version: 1, capacity: 12 })
    }
    const [change] = await Promise.all([shrink(), ...['a', 'b', 'c', 'd', 'e', 'f'].map(family)])
    expect(change.ok).toBe(true)
    const acknowledged = [...early, ...answers.flatMap((answer) => (answer.ok ? answer.data : []))]
    for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('slot_full')
    const turns = await turnsOf(sessionId)
    expect(turns.map(({ id }) => id).sort()).toEqual(acknowledged.map((it) => it.bookingId).sort())
    // In the order of booking there is one line: who holds a place stands before it, who lost one behind it.
    const held = turns.filter((it) => it.held).length
    expect(held).toBe(12)
    expect(turns.slice(0, held).every((it) => it.held)).toBe(true)
    const { places } = await slotOf('cadre', sessionId)
    expect(places).toMatchObject({ held: 12, waitlist: acknowledged.length - 12 })
  },
)

it('a session that is cancelled while people book, wait and leave holds nobody, and owes nobody points', async () => {
  const { linli, publish, earn, community } = it_
  const { communityId } = community
  const payers = neighbours(6)
  for (const who of payers) await community.resident(who)
  await earn(payers, 10)
  const now = linli.clock.now
  const { sessionId, slotId } = await publish([general({ capacity: 10, ...withWindow(now) })], now + 4 * DAY)
  const early = await Promise.all(payers.slice(0, 3).map((who) => do_.book(who, slotId)))
  const booking = (who: string) => call(linli, who, 'bookSlot', { communityId, slotId, party: self })
  const leaving = early.slice(0, 1).map(({ bookingId }) => ({ communityId, bookingId }))
  const answers = [
    ...payers.slice(3).map(booking),
    ...leaving.map((payload) => call(linli, 'neighbour-0', 'cancelBooking', payload)),
    ...payers.map((who) =>
      call(linli, who, 'joinWaitlist', { communityId, slotId, party: self, usePoints: true }),
    ),
  ]
  await Promise.any(answers)
  const [cancelled, again] = await Promise.all([do_.cancel(sessionId), do_.cancel(sessionId)])
  await Promise.all(answers)
  expect([cancelled.ok, again.ok].sort()).toEqual([false, true])
  expect(reasonOf(cancelled.ok ? again : cancelled).reason).toBe('session_cancelled')
  for (const who of payers) {
    expect(await do_.bookingsOf(who)).toEqual([])
    expect(await do_.balanceOf(who)).toBe(10)
    expect((await do_.noticesOf(who, 'session_cancelled')).length).toBeLessThanOrEqual(1)
  }
  for (const who of ['neighbour-1', 'neighbour-2'])
    expect(await do_.noticesOf(who, 'session_cancelled')).toMatchObject([{ points: 10 }])
})

it('a session that moves while people book moves with all of them', async () => {
  const { linli, publish, community } = it_
  const { communityId } = community
  const { sessionId, slotId } = await publish([general({ capacity: 40 })])
  const [moved] = await Promise.all([
    do_.move(sessionId, { startsAt: iso(SUNDAY + DAY), endsAt: iso(SUNDAY + DAY + 30 * MINUTE) }),
    ...neighbours(30).map((who) => done(linli, who, 'bookSlot', { communityId, slotId, party: self })),
  ])
  expect(moved.ok).toBe(true)
  for (const who of neighbours(30)) {
    const [booking] = await do_.bookingsOf(who)
    expect(booking?.session.startsAt).toBe(SUNDAY + DAY)
    // The clock stands still, so that all are taken to have booked before; told are those who had.
    expect(booking?.moved).toBe(true)
    expect((await do_.noticesOf(who, 'session_changed')).length).toBeLessThanOrEqual(1)
  }
})

it('whoever books while a call is put in other words is told of them, or has booked with them in view', async () => {
  const { linli, publish, community } = it_
  const { communityId } = community
  const { sessionId, slotId } = await publish([general({ capacity: 200 })])
  const { callId } = (await do_.rosterOf(sessionId)).session
  const view = async (who: string) =>
    (await done(linli, who, 'getSession', { communityId, sessionId })).activity
  const { cover, title, description, riskNote, insurance, contact, bring: first } = await view('cadre')
  const texts = { cover, title, description, riskNote, insurance, contact }
  const seen = new Map<string, string>()
  // Six who do not wait for each other, one booking after another from each.
  const family = async (name: string) => {
    for (let index = 0; index < 10; index += 1) {
      const who = `${name}-${index}`
      await done(linli, who, 'bookSlot', { communityId, slotId, party: self })
      seen.set(who, (await view(who)).bring)
    }
  }
  const wordings = ['雨衣', '水杯', '手套', '帽子', '口罩']
  const reword = async () => {
    for (const [at, bring] of wordings.entries()) {
      const before = seen.size
      while (seen.size < Math.min(60, before + 8)) await new Promise(setImmediate)
      const activity = { ...texts, bring }
      await done(linli, 'cadre', 'changeCall', { communityId, callId, version: at + 1, activity })
    }
  }
  await Promise.all([reword(), ...['a', 'b', 'c', 'd', 'e', 'f'].map(family)])
  for (const [who, bring] of seen) {
    const told = (await do_.noticesOf(who, 'call_changed')).map(({ change }) => change?.texts?.bring)
    const later = bring === first ? wordings : wordings.slice(wordings.indexOf(bring) + 1)
    expect({ who, told: later.filter((it) => !told.includes(it)) }).toEqual({ who, told: [] })
    expect(told).toHaveLength(new Set(told).size)
  }
})

it('of two cadres who change one session at once, one is shown what the other did', async () => {
  const { publish } = it_
  const { sessionId } = await publish([general({ capacity: 5 })])
  const answers = await Promise.all([
    do_.move(sessionId, { version: 1, place: '河边' }),
    do_.move(sessionId, { version: 1, place: '广场' }),
  ])
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
  const refused = answers.find((answer) => !answer.ok)
  const { session } = await do_.rosterOf(sessionId)
  if (refused) expect(reasonOf(refused)).toMatchObject({ reason: 'changed_meanwhile', place: session.place })
  await answered(do_.resize(sessionId, 6))
})
