import { DAY, HOUR, MINUTE } from '@/domain/time'
import { post } from './calls'
import { general, hands, leave, sceneOf } from './changes'
import { call, done, settle } from './deployment'
import { self, SUNDAY, type Scene } from './draws'

let it_: Scene
let do_: ReturnType<typeof hands>
let communityId: string
let sessionId: string
let slotId: string

beforeEach(async () => {
  it_ = await sceneOf(['wang', 'li', 'zhao', 'chen'])
  do_ = hands(it_)
  communityId = it_.community.communityId
  ;({ sessionId, slotId } = await it_.publish([post({ capacity: 3 }), post({ title: '西门', capacity: 2 })]))
})
afterEach(() => leave(it_))

const board = (who = 'cadre') => done(it_.linli, who, 'getFillBoard', { communityId, sessionId })
const later = (minutes: number) => (it_.linli.clock.now += minutes * MINUTE)
const share = (shareId: string, group: string | null = null, at = sessionId) =>
  done(it_.linli, 'cadre', 'recordShare', { communityId, sessionId: at, shareId, group })
const open = (shareId: string, who = 'stranger', at = communityId) =>
  done(it_.linli, who, 'openShare', { communityId: at, shareId })
const bookBy = (who: string, shareId: string, slot = slotId) =>
  done(it_.linli, who, 'bookSlot', { communityId, slotId: slot, party: self, shareId })
const curve = async () => (await board()).curve.map(({ minute, taken }) => [minute, taken])

it('moves the curve with each booking and each place given back', async () => {
  expect(await curve()).toEqual([[0, 0]])
  later(2)
  const { bookingId } = await do_.book('wang', slotId)
  later(3)
  await do_.book('li', slotId)
  expect(await curve()).toEqual([
    [0, 0],
    [2, 1],
    [5, 2],
  ])
  later(1)
  await do_.give('wang', bookingId)
  later(12)
  expect(await curve()).toEqual([
    [0, 0],
    [2, 1],
    [5, 2],
    [6, 1],
    [18, 1],
  ])
})

it('counts the minutes from the first share, and from the opening where that is later', async () => {
  const { from: published } = await board()
  later(10)
  await share('aaaaaa')
  later(5)
  await share('bbbbbb')
  expect(await board()).toMatchObject({ heardAt: published + 10 * MINUTE, from: published + 10 * MINUTE })
  const opensAt = it_.linli.clock.now + DAY
  const slots = [general({ opensAt: new Date(opensAt).toISOString() })]
  const coming = await it_.publish(slots, SUNDAY + DAY)
  sessionId = coming.sessionId
  expect(await board()).toMatchObject({
    from: opensAt,
    curve: [],
    slots: [{ fill: { is: 'closed', from: opensAt } }],
  })
})

it('counts the minutes from the publication when somebody came before it was shared', async () => {
  const { from: published } = await board()
  later(5)
  const { bookingId } = await do_.book('wang', slotId)
  await do_.give('wang', bookingId)
  later(600)
  await share('aaaaaa')
  expect(await board()).toMatchObject({ heardAt: published, from: published })
})

it('says of each slot what it lacks, when it is stuck, and how long it took to be full', async () => {
  later(4)
  for (const who of ['wang', 'li', 'zhao']) await do_.book(who, slotId)
  await do_.join('chen', slotId)
  later(25)
  const fills = async () => (await board()).slots.map(({ fill, waitlist }) => ({ ...fill, waitlist }))
  expect(await fills()).toEqual([
    { is: 'full', after: 4, waitlist: 1 },
    { is: 'filling', lack: 2, waitlist: 0 },
  ])
  later(1)
  expect((await fills())[1]).toMatchObject({ is: 'stuck', lack: 2 })
  it_.linli.clock.now = SUNDAY
  expect((await fills())[1]).toMatchObject({ is: 'over', lack: 2 })
})

it('keeps the time at which it was first full', async () => {
  const bookings = []
  for (const who of ['wang', 'li', 'zhao']) bookings.push(await do_.book(who, slotId))
  later(10)
  await do_.give('zhao', bookings[2]?.bookingId ?? '')
  later(10)
  await do_.book('chen', slotId)
  expect((await board()).slots[0]?.fill).toEqual({ is: 'full', after: 0 })
})

it('tells which share brought how many, and who came without one', async () => {
  await share('aaaaaa', '1号群')
  await share('bbbbbb', '2号群')
  for (let times = 0; times < 3; times += 1) await open('aaaaaa')
  const { bookingId } = await bookBy('wang', 'aaaaaa')
  await bookBy('li', 'aaaaaa')
  await bookBy('zhao', 'bbbbbb')
  await do_.book('chen', (await board()).slots[1]?.id ?? '')
  expect(await board()).toMatchObject({
    shares: [
      { id: 'aaaaaa', group: '1号群', opens: 3, places: 2 },
      { id: 'bbbbbb', group: '2号群', opens: 0, places: 1 },
    ],
    otherPlaces: 1,
    groups: ['1号群', '2号群'],
  })
  await do_.give('wang', bookingId)
  expect(await board()).toMatchObject({ shares: [{ places: 1 }, { places: 1 }] })
})

it('counts a share that is unknown or of another session as none', async () => {
  const other = await it_.publish([post()], SUNDAY + DAY)
  await share('aaaaaa', null, other.sessionId)
  for (const shareId of ['zzzzzz', 'aaaaaa']) expect(await open(shareId)).toEqual({})
  await bookBy('wang', 'zzzzzz')
  await bookBy('li', 'aaaaaa')
  expect(await board()).toMatchObject({ shares: [], otherPlaces: 2 })
  sessionId = other.sessionId
  expect(await board()).toMatchObject({ shares: [{ id: 'aaaaaa', opens: 1, places: 0 }] })
})

it('counts nothing for a share of this community that is opened as one of another', async () => {
  await share('aaaaaa')
  const there = await settle(it_.linli, '另一个社区')
  await open('aaaaaa', 'stranger', there.communityId)
  expect((await board()).shares).toEqual([])
})

it('names a share anew when it is recorded again, and never gives it to another session', async () => {
  await share('aaaaaa')
  await share('aaaaaa', '3号群')
  expect((await board()).shares).toMatchObject([{ group: '3号群' }])
  const other = await it_.publish([post()], SUNDAY + DAY)
  const answer = await call(it_.linli, 'cadre', 'recordShare', {
    ...{ communityId, sessionId: other.sessionId, shareId: 'aaaaaa' },
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
})

it('leaves out a share that was begun and never sent', async () => {
  await share('aaaaaa')
  expect((await board()).shares).toEqual([])
})

it('shows a cancelled session as one that nobody can come to', async () => {
  await do_.book('wang', slotId)
  later(HOUR / MINUTE)
  await do_.cancel(sessionId)
  const { slots, session } = await board()
  expect(session.cancelledAt).toBe(it_.linli.clock.now)
  expect(slots.map(({ fill }) => fill.is)).toEqual(['over', 'over'])
})
