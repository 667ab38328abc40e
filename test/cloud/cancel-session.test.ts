import { DAY, HOUR, MINUTE } from '@/domain/time'
import { post, withWindow } from './calls'
import { answered, general, hands, leave, sceneOf } from './changes'
import { call, done, reasonOf } from './deployment'
import { drawn, FRIDAY, self, SUNDAY, type Scene } from './draws'

let it_: Scene
let do_: ReturnType<typeof hands>

beforeEach(async () => {
  it_ = await sceneOf(['wang', 'li', 'zhao'])
  do_ = hands(it_)
})
afterEach(() => leave(it_))

const view = (who: string, sessionId: string) =>
  done(it_.linli, who, 'getSession', { communityId: it_.community.communityId, sessionId })

it('ends every booking as by the community, with all points back however late it is', async () => {
  const { linli, earn, publish, community } = it_
  await earn(['wang'], 10)
  const now = linli.clock.now
  const expiry = async () => {
    const { communityId } = community
    return (await done(linli, 'wang', 'getHome', { communityId })).points.expiring?.expiresAt
  }
  const expired = await expiry()
  const startsAt = now + 3 * DAY
  const { sessionId, slotId } = await publish([general({ capacity: 2, ...withWindow(now) })], startsAt)
  await do_.book('wang', slotId)
  expect(await do_.balanceOf('wang')).toBe(0)
  // Far past the time of free cancelling.
  linli.clock.now = startsAt - MINUTE
  const note = '暴雨橙色预警'
  expect(await answered(do_.cancel(sessionId, { note }))).toEqual({ told: 1, places: 1, points: 10 })
  expect(await do_.balanceOf('wang')).toBe(10)
  expect(await expiry()).toBe(expired)
  expect(await do_.bookingsOf('wang')).toEqual([])
  const page = await view('wang', sessionId)
  expect(page.cancelled).toEqual({ cause: 'weather', note, places: 1, points: 10 })
  expect(page.slots[0]).toMatchObject({ places: { held: 0, heldByWindow: 0 }, household: { absences: [] } })
  expect((await view('zhao', sessionId)).cancelled).toEqual({ cause: 'weather', note, places: 0, points: 0 })
  const [notice, ...others] = await do_.noticesOf('wang', 'session_cancelled')
  expect(others).toEqual([])
  expect(notice).toMatchObject({
    points: 10,
    session: { id: sessionId, cancelled: { cause: 'weather', note } },
  })
  expect((await do_.audit()).at(-1)).toEqual({ action: 'cancelSession', why: `weather: ${note}` })
})

it('tells everybody once: who holds places in two slots, who waits, who was offered a place', async () => {
  const { linli, publish } = it_
  const slots = [post({ capacity: 1 }), general({ capacity: 1 }), general({ capacity: 1, title: '大人名额' })]
  const { sessionId, slotId } = await publish(slots)
  const others = (await view('wang', sessionId)).slots.map((slot) => slot.id)
  const { bookingId } = await do_.book('wang', slotId)
  const [child] = await do_.children('wang', 1)
  await do_.book('wang', others[1] ?? '', [child ?? {}])
  await do_.join('li', slotId)
  await do_.join('zhao', slotId)
  linli.clock.now = SUNDAY - 2 * HOUR
  await do_.give('wang', bookingId)
  expect(await it_.slotOf('li', sessionId)).toMatchObject({ places: { held: 1 }, waitlist: { position: 1 } })
  expect(await answered(do_.cancel(sessionId))).toEqual({ told: 3, places: 1, points: 0 })
  for (const who of ['wang', 'li', 'zhao'])
    expect(await do_.noticesOf(who, 'session_cancelled')).toMatchObject([{ points: null, until: null }])
  for (const slot of (await view('li', sessionId)).slots)
    expect(slot).toMatchObject({ places: { held: 0, waitlist: 0 }, waitlist: null })
})

it('tells who applied for a draw, and never runs it', async () => {
  const { apply, publish, tickAt, slotOf } = it_
  const { sessionId, slotId } = await publish([drawn()])
  for (const who of ['wang', 'li']) await apply(who, slotId)
  expect(await answered(do_.cancel(sessionId))).toEqual({ told: 2, places: 0, points: 0 })
  expect(await do_.noticesOf('li')).toMatchObject([{ kind: 'session_cancelled' }])
  await tickAt(FRIDAY)
  expect((await slotOf('li', sessionId)).terms.drawnAt).toBeNull()
  expect(reasonOf(await apply('zhao', slotId)).reason).toBe('session_cancelled')
})

it('says beforehand what it would do, and does none of it', async () => {
  const { publish, slotOf } = it_
  const { sessionId, slotId } = await publish([general({ capacity: 1 })])
  await do_.book('wang', slotId)
  await do_.join('li', slotId)
  expect(await answered(do_.cancel(sessionId, { dryRun: true }))).toEqual({ told: 2, places: 1, points: 0 })
  expect((await slotOf('wang', sessionId)).bookings).toHaveLength(1)
  expect(await do_.noticesOf('wang')).toEqual([])
  expect(await do_.audit()).toEqual([])
})

it('happens once: a repeated request has the same answer, another one is refused', async () => {
  const { linli, publish, community } = it_
  const { sessionId, slotId } = await publish([general()])
  await do_.book('wang', slotId)
  const payload = { communityId: community.communityId, sessionId, cause: 'too_few', note: '' }
  const first = await call(linli, 'cadre', 'cancelSession', payload, 'cancel-it-once')
  expect(await call(linli, 'cadre', 'cancelSession', payload, 'cancel-it-once')).toEqual(first)
  expect(reasonOf(await do_.cancel(sessionId)).reason).toBe('session_cancelled')
  expect(await do_.noticesOf('wang')).toHaveLength(1)
  expect(await do_.refused('li', slotId)).toBe('session_cancelled')
  const join = { communityId: community.communityId, slotId, party: self, usePoints: false }
  expect(reasonOf(await call(linli, 'li', 'joinWaitlist', join)).reason).toBe('session_cancelled')
})

it.each<[string, number, string | undefined]>([
  ['can be cancelled a millisecond before it begins', -1, undefined],
  ['cannot be cancelled once it has begun', 0, 'session_started'],
])('a session %s', async (_, from, reason) => {
  const { linli, publish } = it_
  const { sessionId } = await publish([general()])
  linli.clock.now = SUNDAY + from
  const answer = await do_.cancel(sessionId)
  if (reason) expect(reasonOf(answer).reason).toBe(reason)
  else expect(answer.ok).toBe(true)
})
