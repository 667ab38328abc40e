import { DAY, HOUR, MINUTE, WEEK } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

/** A Monday. */
const MONDAY = Date.parse('2026-03-02T00:00:00+08:00')
const NINE = 9 * HOUR

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY + NINE)
  here = await settle(linli)
  communityId = here.communityId
  for (const name of ['reader', 'other']) await here.resident(name)
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function publish(startsAt: number) {
  const call_ = pictureBookClass(communityId, startsAt, [post()])
  const sessionId = (await done(linli, 'cadre', 'publishCall', call_)).sessionIds[0] ?? ''
  const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, slotId: slots[0]?.id ?? '' }
}
/** A duty of an hour in the week that is so many weeks on, of `who`; `closed`: its books are closed after it. */
async function duty(week: number, who = 'reader', closed = true): Promise<string> {
  const startsAt = MONDAY + week * WEEK + 2 * DAY + NINE
  linli.clock.now = startsAt - HOUR
  const { sessionId, slotId } = await publish(startsAt)
  await done(linli, who, 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
  linli.clock.now = startsAt - 5 * MINUTE
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, who, 'checkIn', { communityId, sessionId, code })
  linli.clock.now = startsAt + HOUR
  if (closed) await close(sessionId)
  return sessionId
}
const close = (sessionId: string) =>
  done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
const days = (first: number, last: number) => ({
  communityId,
  firstAt: new Date(first).toISOString(),
  lastAt: new Date(last).toISOString(),
})
const take = (first: number, last: number, who = 'reader') => done(linli, who, 'setLeave', days(first, last))
const standing = (who = 'reader') => done(linli, who, 'getSeries', { communityId })
const weeks = async () => (await standing()).series.map((it) => it.weeks)

it('counts weeks on end in which somebody served, once there are two', async () => {
  await duty(0)
  expect(await weeks()).toEqual([])
  await duty(1)
  expect((await standing()).series).toEqual([{ kind: 'class', weeks: 2 }])
  await duty(2, 'other')
  linli.clock.now = MONDAY + 3 * WEEK + NINE
  expect(await weeks()).toEqual([])
})

it('goes on after a leave, and after a week in which there was nothing to serve at', async () => {
  await duty(0)
  await duty(1)
  linli.clock.now = MONDAY + 2 * WEEK + NINE
  await take(MONDAY + 2 * WEEK, MONDAY + 2 * WEEK + 6 * DAY)
  await duty(2, 'other')
  // Nothing at all in the week after.
  linli.clock.now = MONDAY + 4 * WEEK + NINE
  expect(await weeks()).toEqual([2])
  await duty(4)
  expect(await weeks()).toEqual([3])
})

it('waits for books that are not closed yet', async () => {
  await duty(0)
  await duty(1)
  const third = await duty(2, 'reader', false)
  linli.clock.now = MONDAY + 3 * WEEK + NINE
  expect(await weeks()).toEqual([2])
  await close(third)
  expect(await weeks()).toEqual([3])
})

it('joins leaves that overlap, and ends one early from today on', async () => {
  const [tuesday, saturday] = [MONDAY + DAY, MONDAY + 5 * DAY]
  await take(tuesday, MONDAY + 3 * DAY)
  expect((await take(MONDAY + 4 * DAY, saturday)).leaves).toEqual([{ firstAt: tuesday, lastAt: saturday }])
  expect((await standing('other')).leaves).toEqual([])
  linli.clock.now = MONDAY + 2 * DAY + NINE
  const ended = await done(linli, 'reader', 'endLeave', {
    communityId,
    firstAt: new Date(tuesday).toISOString(),
  })
  expect(ended.leaves).toEqual([])
  const again = await call(linli, 'reader', 'endLeave', {
    communityId,
    firstAt: new Date(tuesday).toISOString(),
  })
  expect(again).toMatchObject({ error: { code: 'refused', reason: { reason: 'already_ended' } } })
  // The Tuesday stays, on which it was a leave.
  expect((await take(MONDAY + 2 * DAY, MONDAY + 2 * DAY)).leaves).toEqual([
    { firstAt: tuesday, lastAt: MONDAY + 2 * DAY },
  ])
})

it.each([
  ['that ends before it begins', 3, 2],
  ['gone by', -3, -1],
  ['that ends more than sixty days ahead', 1, 61],
])('takes no leave %s', async (_, first, last) => {
  const answer = await call(linli, 'reader', 'setLeave', days(MONDAY + first * DAY, MONDAY + last * DAY))
  expect(answer).toMatchObject({ error: { code: 'bad_input' } })
  expect((await standing()).leaves).toEqual([])
})

it('cancels nothing: it says which posts fall into it, and only those', async () => {
  const [inIt, after] = [await publish(MONDAY + 3 * DAY + NINE), await publish(MONDAY + 6 * DAY + NINE)]
  for (const { slotId } of [inIt, after])
    await done(linli, 'reader', 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
  const { held } = await take(MONDAY + 2 * DAY, MONDAY + 5 * DAY)
  expect(held.map((it) => it.sessionId)).toEqual([inIt.sessionId])
  const { bookings } = await done(linli, 'reader', 'listMyBookings', { communityId, which: 'upcoming' })
  expect(bookings).toHaveLength(2)
})

it('is told in my data, and gone with the account', async () => {
  await take(MONDAY + DAY, MONDAY + 3 * DAY)
  const { lines } = await done(linli, 'reader', 'listMyData', { communityId, section: 'profile' })
  expect(lines).toContainEqual(
    expect.objectContaining({ what: '请假', details: ['2026-03-03 到 2026-03-05'] }),
  )
  await done(linli, 'reader', 'deleteAccount', { communityId, dryRun: false })
  const left = await linli.database.transaction((tx) =>
    tx.query('SELECT 1 FROM resident_leave WHERE community_id = $1', [communityId]),
  )
  expect(left).toEqual([])
})
