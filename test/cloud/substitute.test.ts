import { tick } from '@/cloud/tick'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { moveInWith } from './neighbours'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let sessionId: string
let slotId: string
/** of chen, who holds the one post there is */
let bookingId: string

beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  communityId = community.communityId
  for (const name of ['chen', 'li', 'zhao', 'wang']) await community.resident(name)
  await publish([post({ capacity: 1 })])
  bookingId = (await book('chen')).bookingId
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

async function publish(slots: object[], startsAt = SATURDAY): Promise<void> {
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, startsAt, slots))
  sessionId = published.sessionIds[0] ?? ''
  slotId = (await session('cadre')).slots[0]?.id ?? ''
}

const session = (who: string, substituteId?: string) =>
  done(linli, who, 'getSession', { communityId, sessionId, substituteId })
const book = (who: string, slot = slotId) =>
  done(linli, who, 'bookSlot', { communityId, slotId: slot, party: self })
const join = (who: string) =>
  done(linli, who, 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
const passOn = (who = 'chen') => call(linli, who, 'passOnPost', { communityId, bookingId })
const take = (who: string, substituteId: string) =>
  call(linli, who, 'takeSubstitute', { communityId, substituteId })
const takeOver = (who: string) => call(linli, who, 'takeOverPost', { communityId, bookingId })
const withdraw = (who: string, substituteId: string) =>
  call(linli, who, 'withdrawSubstitute', { communityId, substituteId })
const upcoming = async (who: string) =>
  (await done(linli, who, 'listMyBookings', { communityId, which: 'upcoming' })).bookings
const notices = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices.map(({ kind, until }) => ({ kind, until }))

async function link(who = 'chen'): Promise<string> {
  const { substituteId } = await done(linli, who, 'passOnPost', { communityId, bookingId })
  if (substituteId === null) throw new Error('no link: somebody waited')
  return substituteId
}

/** Who holds the post now, and that nothing else of the slot has moved. */
async function expectHolder(who: string): Promise<void> {
  for (const name of ['chen', 'li', 'zhao', 'wang'])
    expect([name, (await upcoming(name)).length]).toEqual([name, name === who ? 1 : 0])
  expect((await session('cadre')).slots[0]?.places.held).toBe(1)
}

const source = (who: string) =>
  linli.database.transaction((tx) =>
    tx.query<{ source: string }>(
      `SELECT b.source FROM booking b JOIN resident r ON r.community_id = b.community_id AND r.id = b.booked_by
       WHERE r.open_id = $1 ORDER BY b.created_at DESC LIMIT 1`,
      [who],
    ),
  )

describe('where somebody waits', () => {
  it('the post is theirs at once, and both are told', async () => {
    await join('li')
    await join('zhao')
    expect(await passOn()).toMatchObject({ ok: true, data: { substituteId: null, waitlistUntil: null } })
    await expectHolder('li')
    expect(await notices('chen')).toEqual([{ kind: 'post_taken', until: null }])
    expect(await notices('li')).toEqual([{ kind: 'booked_from_waitlist', until: SATURDAY - 12 * HOUR }])
    expect((await session('zhao')).slots[0]?.waitlist).toMatchObject({ position: 1 })
    expect(await source('li')).toEqual([{ source: 'waitlist' }])
  })

  it('it goes to the first who qualifies', async () => {
    await join('li')
    await join('zhao')
    const here = { sessionId, slotId }
    await publish([post()])
    await book('li')
    ;({ sessionId, slotId } = here)
    expect(await passOn()).toMatchObject({ ok: true, data: { substituteId: null } })
    expect(await upcoming('zhao')).toHaveLength(1)
    expect((await session('cadre')).slots[0]?.places).toMatchObject({ held: 1, waitlist: 1 })
  })

  it('a link that is out loses to them at the moment of taking', async () => {
    const substituteId = await link()
    await join('zhao')
    expect(reasonOf(await take('li', substituteId))).toEqual({ reason: 'substitute_gone' })
    await expectHolder('zhao')
  })

  it('and takes the link, that is one and the same', async () => {
    const substituteId = await link()
    await join('zhao')
    expect((await take('zhao', substituteId)).ok).toBe(true)
    await expectHolder('zhao')
    expect((await session('cadre')).slots[0]?.places.waitlist).toBe(0)
  })

  it('looking again finds them', async () => {
    await link()
    await join('zhao')
    expect(await passOn()).toMatchObject({ ok: true, data: { substituteId: null } })
    await expectHolder('zhao')
  })
})

describe('in the last twelve hours', () => {
  beforeEach(async () => {
    await join('li')
    linli.clock.now = SATURDAY - 3 * HOUR
  })

  it('nobody is booked without being asked: the post is kept half an hour for the first who waits', async () => {
    const until = linli.clock.now + 30 * MINUTE
    const passed = await done(linli, 'chen', 'passOnPost', { communityId, bookingId })
    expect(passed).toEqual({ substituteId: expect.any(String) as string, waitlistUntil: until })
    const substituteId = passed.substituteId ?? ''
    await expectHolder('chen')
    expect(await notices('li')).toEqual([{ kind: 'substitute_offer', until }])
    // Li is asked wherever the page is opened from; a neighbour with the link has to wait.
    expect((await session('li')).substitute).toMatchObject({ id: substituteId, slotId, waitlistUntil: null })
    expect((await session('zhao', substituteId)).substitute).toMatchObject({ slotId, waitlistUntil: until })
    linli.clock.now = until - 1
    expect(reasonOf(await take('zhao', substituteId))).toEqual({ reason: 'waitlist_first', until })
    expect((await take('li', substituteId)).ok).toBe(true)
    await expectHolder('li')
    expect(await source('li')).toEqual([{ source: 'substitute' }])
  })

  it('it is anybody’s when they have not come in that time', async () => {
    const substituteId = await link()
    linli.clock.now += 30 * MINUTE
    expect((await session('li')).substitute).toBeNull()
    expect((await take('zhao', substituteId)).ok).toBe(true)
    await expectHolder('zhao')
  })

  it('who joins the line of a link that is out is asked when somebody else would take it', async () => {
    await done(linli, 'li', 'leaveWaitlist', {
      communityId,
      waitlistEntryId: (await session('li')).slots[0]?.waitlist?.id,
    })
    const substituteId = await link()
    await join('wang')
    const until = linli.clock.now + 30 * MINUTE
    expect(reasonOf(await take('zhao', substituteId))).toEqual({ reason: 'waitlist_first', until })
    expect(await notices('wang')).toEqual([{ kind: 'substitute_offer', until }])
    linli.clock.now = until
    expect((await take('zhao', substituteId)).ok).toBe(true)
    await expectHolder('zhao')
  })
})

describe('where nobody waits', () => {
  it('the post is still the holder’s until somebody takes the link, who has it then', async () => {
    const substituteId = await link()
    await expectHolder('chen')
    expect((await upcoming('chen'))[0]?.substitute).toEqual({ id: substituteId, waitlistUntil: null })
    expect((await session('li', substituteId)).substitute).toEqual({
      ...{ id: substituteId, slotId, giverId: null, waitlistUntil: null },
    })
    const taken = await take('li', substituteId)
    expect(taken).toMatchObject({ ok: true, data: { session: { substitute: null } } })
    await expectHolder('li')
    expect(await source('li')).toEqual([{ source: 'substitute' }])
    expect(await notices('chen')).toEqual([{ kind: 'post_taken', until: null }])
    // Who has it need not hear that the link is used.
    expect((await session('li', substituteId)).substitute).toBeNull()
    expect((await session('zhao', substituteId)).substitute).toMatchObject({ slotId: null })
  })

  it('it is one link, however often it is asked for', async () => {
    expect(await link()).toBe(await link())
  })

  it('a visitor joins with it', async () => {
    const substituteId = await link()
    expect((await take('stranger', substituteId)).ok).toBe(true)
    expect(await upcoming('stranger')).toHaveLength(1)
    await expectHolder('')
  })

  it('the same request sent again has one effect and the same answer', async () => {
    const substituteId = await link()
    const send = () => call(linli, 'li', 'takeSubstitute', { communityId, substituteId }, 'the-same-request')
    expect(await send()).toEqual(await send())
    await expectHolder('li')
  })

  it('nothing is held against the giver, however late it is', async () => {
    linli.clock.now = SATURDAY - HOUR
    const substituteId = await link()
    expect((await take('li', substituteId)).ok).toBe(true)
    const places = await linli.database.transaction((tx) =>
      tx.query('SELECT cancelled_late, retaken_at FROM place WHERE cancelled_at IS NOT NULL'),
    )
    expect(places).toEqual([{ cancelled_late: false, retaken_at: null }])
  })

  it('it makes good no place that another gave back late', async () => {
    await publish([post({ capacity: 2 })], SATURDAY + DAY)
    bookingId = (await book('chen')).bookingId
    const late = await book('zhao')
    linli.clock.now = SATURDAY + DAY - HOUR
    await done(linli, 'zhao', 'cancelBooking', { communityId, bookingId: late.bookingId })
    expect((await take('li', await link())).ok).toBe(true)
    const counted = await linli.database.transaction((tx) =>
      tx.query('SELECT 1 FROM place WHERE cancelled_late AND retaken_at IS NULL'),
    )
    expect(counted).toHaveLength(1)
    expect((await session('cadre')).slots[0]?.places.held).toBe(1)
  })
})

describe('the taker is checked like a booking', () => {
  it.each<[string, string]>([
    ['suspended', "suspended_until = 9000000000000, suspension_cause = '多次未到'"],
    ['not_confirmed', 'confirmed_at = NULL'],
  ])('%s', async (reason, change) => {
    await publish([post({ capacity: 1, withChildren: true })], SATURDAY + DAY)
    bookingId = (await book('chen')).bookingId
    await linli.database.transaction((tx) => tx.query(`UPDATE resident SET ${change} WHERE open_id = 'li'`))
    expect(reasonOf(await take('li', await link()))).toMatchObject({ reason })
    expect((await upcoming('li')).length).toBe(0)
  })

  it('overlaps, with the name of the other', async () => {
    const substituteId = await link()
    await publish([post()], SATURDAY + 30 * MINUTE)
    await book('li')
    expect(reasonOf(await take('li', substituteId))).toMatchObject({
      reason: 'overlaps',
      session: { title: '周六绘本课' },
    })
  })

  it('already_booked, who holds another of the same posts', async () => {
    await publish([post({ capacity: 2 })], SATURDAY + DAY)
    bookingId = (await book('chen')).bookingId
    await book('li')
    expect(reasonOf(await take('li', await link()))).toMatchObject({ reason: 'already_booked' })
  })

  it('own_post, for the sender of the link, who sees the own page', async () => {
    const substituteId = await link()
    const me = (await session('chen')).member?.residentId
    expect((await session('chen', substituteId)).substitute).toMatchObject({ slotId, giverId: me })
    expect(reasonOf(await take('chen', substituteId))).toEqual({ reason: 'own_post' })
    await expectHolder('chen')
  })
})

describe('a member of the same household', () => {
  beforeEach(() => moveInWith(linli, 'wang', 'chen'))

  it('takes the post directly', async () => {
    expect((await takeOver('wang')).ok).toBe(true)
    const [mine] = await upcoming('wang')
    expect(mine?.attendees).toMatchObject([{ name: 'wang' }])
    expect(await upcoming('chen')).toHaveLength(1)
    expect(await notices('chen')).toEqual([{ kind: 'post_taken', until: null }])
  })

  it('is not kept from it by the post itself, at the limit of the week', async () => {
    await publish([post()], SATURDAY - DAY)
    await book('chen')
    expect((await takeOver('wang')).ok).toBe(true)
  })

  it('ends a link that is out', async () => {
    const substituteId = await link()
    expect((await takeOver('wang')).ok).toBe(true)
    expect(reasonOf(await take('li', substituteId))).toEqual({ reason: 'substitute_gone' })
  })

  it('lets those first who wait', async () => {
    await join('li')
    expect(reasonOf(await takeOver('wang'))).toEqual({ reason: 'waitlist_first', until: null })
    expect((await session('cadre')).slots[0]?.places).toMatchObject({ held: 1, waitlist: 1 })
  })

  it('may not take what it holds itself', async () => {
    expect(reasonOf(await takeOver('chen'))).toEqual({ reason: 'own_post' })
  })

  it('sees in the session that the link is of the household', async () => {
    const substituteId = await link()
    expect((await session('wang', substituteId)).substitute?.giverId).toBe(
      (await session('chen')).member?.residentId,
    )
    expect((await take('wang', substituteId)).ok).toBe(true)
  })
})

describe('a link is gone', () => {
  const gone = { reason: 'substitute_gone' }

  it('once it was used', async () => {
    const substituteId = await link()
    await take('li', substituteId)
    expect(reasonOf(await take('zhao', substituteId))).toEqual(gone)
  })

  it('once it was withdrawn by the household, and by no other', async () => {
    const substituteId = await link()
    expect(await withdraw('li', substituteId)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect((await withdraw('chen', substituteId)).ok).toBe(true)
    expect(reasonOf(await take('li', substituteId))).toEqual(gone)
    expect(reasonOf(await withdraw('chen', substituteId))).toEqual({ reason: 'already_ended' })
    expect((await upcoming('chen'))[0]?.substitute).toBeNull()
    expect(await link()).not.toBe(substituteId)
  })

  it('once the post was given back', async () => {
    const substituteId = await link()
    await done(linli, 'chen', 'cancelBooking', { communityId, bookingId })
    expect(reasonOf(await take('li', substituteId))).toEqual(gone)
    expect((await session('li', substituteId)).substitute).toMatchObject({ slotId: null })
  })

  it('once the session has begun, whether or not a tick has noticed', async () => {
    const substituteId = await link()
    linli.clock.now = SATURDAY
    expect(reasonOf(await take('li', substituteId))).toEqual(gone)
    await tick(linli, linli.clock.now)
    expect(reasonOf(await take('li', substituteId))).toEqual(gone)
    const ended = await linli.database.transaction((tx) => tx.query('SELECT ended_by FROM substitute'))
    expect(ended).toEqual([{ ended_by: 'lapsed' }])
  })

  it('in a session that was cancelled', async () => {
    const substituteId = await link()
    const cancel = { communityId, sessionId, cause: 'weather', note: '' }
    await done(linli, 'cadre', 'cancelSession', cancel)
    expect(reasonOf(await take('li', substituteId))).toEqual(gone)
  })

  it('in another community, and when nobody ever sent it', async () => {
    const substituteId = await link()
    const there = await settle(linli, '另一个社区')
    await there.resident('sun')
    const payload = { communityId: there.communityId, substituteId }
    expect(reasonOf(await call(linli, 'sun', 'takeSubstitute', payload))).toEqual(gone)
    expect(reasonOf(await take('li', 'zzzzzzzzzzzz'))).toEqual(gone)
    await expectHolder('chen')
  })
})

describe('nothing is passed on', () => {
  it('of a place to attend', async () => {
    await publish([seat({ ageBand: null })])
    bookingId = (await book('li')).bookingId
    expect(reasonOf(await passOn('li'))).toEqual({ reason: 'not_a_post' })
  })

  it('once it has begun', async () => {
    linli.clock.now = SATURDAY
    expect(reasonOf(await passOn())).toEqual({ reason: 'cancel_too_late', startsAt: SATURDAY })
  })

  it('that was given back before', async () => {
    await done(linli, 'chen', 'cancelBooking', { communityId, bookingId })
    expect(reasonOf(await passOn())).toEqual({ reason: 'already_ended' })
  })

  it.each<[string, object]>([
    ['a child', { party: [{ kind: 'child', childId: 'aaaaaaaaaaaa' }] }],
    ['somebody picked', { residentId: 'aaaaaaaaaaaa' }],
    ['a malformed link', { substituteId: '../..' }],
  ])('to %s', async (_, change) => {
    const payload = { communityId, substituteId: await link(), ...change }
    expect(await call(linli, 'li', 'takeSubstitute', payload)).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    })
    await expectHolder('chen')
  })
})
