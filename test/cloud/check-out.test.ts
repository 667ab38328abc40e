import { tick } from '@/cloud/tick'
import { HOUR, MINUTE } from '@/domain/time'
import { call, done, reasonOf } from './deployment'
import { iso, SATURDAY, Spot } from './presence'

let spot: Spot
let wang: string

beforeEach(async () => {
  spot = await Spot.open()
  wang = await spot.booked('wang')
  spot.now = SATURDAY
})
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  await spot.linli.close()
})

const markLeft = (leftAt: number | null, why = '孩子发烧') =>
  call(spot.linli, 'cadre', 'markLeft', {
    ...spot.at,
    attendeeId: wang,
    leftAt: leftAt === null ? null : iso(leftAt),
    why,
  })
const minutes = async () =>
  (await done(spot.linli, 'wang', 'getStatement', { communityId: spot.at.communityId })).minutesThisYear

it('counts the time until the check-out by the leader’s number', async () => {
  await spot.checkIn('wang')
  spot.now = SATURDAY + 40 * MINUTE
  expect(await spot.checkOut('wang')).toMatchObject({ ok: true, data: { checkedOutAt: spot.now } })
  spot.now = SATURDAY + HOUR
  await spot.confirm()
  expect(await minutes()).toBe(40)
})

it('takes the number before, as at check-in, and none older', async () => {
  await spot.checkIn('wang')
  spot.now = SATURDAY + 40 * MINUTE
  expect(reasonOf(await spot.checkOut('wang', spot.code(spot.now - 60_000)))).toEqual({
    reason: 'code_wrong',
    triesLeft: 4,
  })
  expect((await spot.checkOut('wang', spot.code(spot.now - 30_000))).ok).toBe(true)
})

it('lets the last check-out stand', async () => {
  await spot.checkIn('wang')
  for (const after of [20, 50]) {
    spot.now = SATURDAY + after * MINUTE
    await spot.checkOut('wang')
  }
  expect(await spot.rowOf(wang)).toMatchObject({
    checkedOutAt: SATURDAY + 50 * MINUTE,
    checkOutMethod: 'code',
  })
})

it('forgets the check-out of who comes back with the number, and not that they were there first', async () => {
  await spot.checkIn('wang')
  spot.now = SATURDAY + 20 * MINUTE
  await spot.checkOut('wang')
  spot.now = SATURDAY + 30 * MINUTE
  await spot.checkIn('wang')
  expect(await spot.rowOf(wang)).toMatchObject({ checkedInAt: SATURDAY, checkedOutAt: null })
})

it('counts a check-out after the end as the end, for an hour', async () => {
  await spot.checkIn('wang')
  spot.now = SATURDAY + 2 * HOUR - 1
  expect(await spot.checkOut('wang')).toMatchObject({ data: { checkedOutAt: SATURDAY + HOUR } })
  spot.now = SATURDAY + 2 * HOUR
  expect(reasonOf(await spot.checkOut('wang'))).toEqual({ reason: 'check_in_over', endsAt: SATURDAY + HOUR })
})

it('is not for who has not checked in, and costs them no try', async () => {
  for (let again = 0; again < 6; again += 1)
    expect(reasonOf(await spot.checkOut('wang', spot.wrong()))).toEqual({ reason: 'not_checked_in' })
  expect((await spot.checkIn('wang')).ok).toBe(true)
})

it('closes a forgotten one at the planned end when the books are closed, and says so', async () => {
  await spot.checkIn('wang')
  spot.now = SATURDAY + 3 * HOUR
  await spot.confirm()
  expect(await spot.rowOf(wang)).toMatchObject({
    checkedOutAt: SATURDAY + HOUR,
    checkOutMethod: 'planned_end',
    outcome: 'present',
  })
  // They themselves never checked out, and read nothing else.
  const view = await done(spot.linli, 'wang', 'getSession', spot.at)
  expect(view.slots[0]?.bookings[0]?.attendees).toMatchObject([{ id: wang, checkedOutAt: null }])
  expect(await minutes()).toBe(60)
})

it('closes a forgotten one by itself an hour after the end, and not before', async () => {
  await spot.checkIn('wang')
  await tick(spot.linli, SATURDAY + 2 * HOUR - 1)
  expect(await spot.rowOf(wang)).toMatchObject({ checkedOutAt: null })
  await tick(spot.linli, SATURDAY + 2 * HOUR)
  await tick(spot.linli, SATURDAY + 3 * HOUR)
  expect(await spot.rowOf(wang)).toMatchObject({
    checkedOutAt: SATURDAY + HOUR,
    checkOutMethod: 'planned_end',
  })
})

describe('noted by a cadre', () => {
  it('stands with its reason in the log, whatever number is typed afterwards', async () => {
    await spot.checkIn('wang')
    spot.now = SATURDAY + 40 * MINUTE
    await markLeft(SATURDAY + 30 * MINUTE)
    await spot.checkOut('wang')
    expect(await spot.rowOf(wang)).toMatchObject({
      checkedOutAt: SATURDAY + 30 * MINUTE,
      checkOutMethod: 'manual',
    })
    expect(await spot.audited('markLeft')).toEqual([{ why: '孩子发烧', subject: wang }])
    await markLeft(null, '后来又回来了')
    expect(await spot.rowOf(wang)).toMatchObject({ checkedOutAt: null, checkOutMethod: null })
  })

  it('is held to what can be: not before the check-in, not after now', async () => {
    await spot.checkIn('wang')
    spot.now = SATURDAY + 10 * MINUTE
    await markLeft(SATURDAY - 30 * MINUTE)
    expect(await spot.rowOf(wang)).toMatchObject({ checkedOutAt: SATURDAY })
    await markLeft(SATURDAY + 50 * MINUTE)
    expect(await spot.rowOf(wang)).toMatchObject({ checkedOutAt: SATURDAY + 10 * MINUTE })
  })

  it('needs a reason, and somebody who is there', async () => {
    expect(reasonOf(await markLeft(SATURDAY))).toEqual({ reason: 'not_checked_in' })
    expect(await markLeft(SATURDAY, ' ')).toMatchObject({ error: { code: 'bad_input' } })
  })

  it('is not done once the books are closed', async () => {
    await spot.checkIn('wang')
    spot.now = SATURDAY + HOUR
    await spot.confirm()
    expect(reasonOf(await markLeft(SATURDAY))).toMatchObject({ reason: 'check_in_over' })
  })
})

describe('a mark that was made without a network', () => {
  const mark = (at: number | null, requestId?: string) =>
    done(
      spot.linli,
      'cadre',
      'markPresent',
      { ...spot.at, attendeeId: wang, why: '手机没电', ...(at === null ? {} : { at: iso(at) }) },
      requestId,
    )

  it('has the time it was made at, however late it is sent', async () => {
    spot.now = SATURDAY + 3 * HOUR
    expect((await mark(SATURDAY + 12 * MINUTE)).checkedInAt).toBe(SATURDAY + 12 * MINUTE)
  })

  it.each([
    ['before check-in opened', -90 * MINUTE, -60 * MINUTE],
    ['after the end', 3 * HOUR, HOUR],
    ['later than now, by a clock that is wrong', 5 * HOUR, HOUR],
  ])('is held to what can be when it says %s', async (_, said, believed) => {
    spot.now = SATURDAY + 4 * HOUR
    expect((await mark(SATURDAY + said)).checkedInAt).toBe(SATURDAY + believed)
  })

  it('sent twice is one record and one line in the log', async () => {
    const first = await mark(SATURDAY, 'mark-sent-twice')
    spot.now += HOUR / 2
    expect(await mark(SATURDAY, 'mark-sent-twice')).toEqual(first)
    expect(await spot.audited('markPresent')).toHaveLength(1)
  })
})

it('hands the leader’s phone the numbers until an hour after the end, and the secret to nobody', async () => {
  spot.now = SATURDAY + 10_000
  const given = await done(spot.linli, 'cadre', 'getCheckInCode', spot.at)
  expect(given).toMatchObject({ code: spot.code(), until: SATURDAY + 30_000 })
  expect(given.ahead).toHaveLength(2 * 120 - 1)
  expect(given.ahead[0]).toBe(spot.code(SATURDAY + 30_000))
  expect(given.ahead.at(-1)).toBe(spot.code(SATURDAY + 2 * HOUR - 1))
  expect(Object.keys(given).sort()).toEqual(['ahead', 'code', 'opensAt', 'until'])
})
