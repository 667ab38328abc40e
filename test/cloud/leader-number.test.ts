import { DAY, MINUTE } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { call, done, reasonOf } from './deployment'
import { SATURDAY, Spot } from './presence'

let spot: Spot
const STEP = MINUTE / 2

beforeEach(async () => {
  spot = await Spot.open([post({ capacity: 3 })])
  await spot.booked('wang')
  spot.now = SATURDAY - 5 * MINUTE + 10_000
})
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  await spot.linli.close()
})

const wrong = (triesLeft: number) => ({ reason: 'code_wrong', triesLeft })

it('takes the number now on the leader’s screen, and the one before it', async () => {
  await spot.booked('li')
  expect((await spot.checkIn('wang', spot.code())).ok).toBe(true)
  expect((await spot.checkIn('li', spot.code(spot.now - STEP))).ok).toBe(true)
})

it.each([
  ['of yesterday at the same time', -DAY],
  ['of the step before the last', -2 * STEP],
  ['of the next step', STEP],
  ['of the next step but one', 2 * STEP],
])('does not take the number %s', async (_, later) => {
  expect(reasonOf(await spot.checkIn('wang', spot.code(spot.now + later)))).toEqual(wrong(4))
})

it('does not take the number of another session at the same time', async () => {
  const { communityId } = spot.at
  const other = pictureBookClass(communityId, SATURDAY, [post({ title: '西门' })])
  const [sessionId] = (await done(spot.linli, 'cadre', 'publishCall', other)).sessionIds
  const { code } = await done(spot.linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  expect(reasonOf(await spot.checkIn('wang', code))).toEqual(wrong(4))
  // The sessions do not share their tries either.
  const elsewhere = { communityId, sessionId, code: spot.code() }
  expect(reasonOf(await call(spot.linli, 'wang', 'checkIn', elsewhere))).toEqual(wrong(4))
})

it('of ten wrong numbers looks at five, and at no right one before five minutes are over', async () => {
  const answers = []
  for (let again = 0; again < 10; again += 1) answers.push(reasonOf(await spot.checkIn('wang', spot.wrong())))
  const locked = { reason: 'code_locked', until: spot.now + 5 * MINUTE }
  const five = Array.from({ length: 5 }, () => locked)
  expect(answers).toEqual([...[4, 3, 2, 1, 0].map(wrong), ...five])
  expect(reasonOf(await spot.checkIn('wang'))).toEqual(locked)
  spot.now += 5 * MINUTE - 1
  expect(reasonOf(await spot.checkIn('wang'))).toEqual(locked)
  spot.now += 1
  expect((await spot.checkIn('wang')).ok).toBe(true)
})

it('counts tries at check-in and check-out together', async () => {
  await spot.checkIn('wang')
  expect(reasonOf(await spot.checkIn('wang', spot.wrong()))).toEqual(wrong(4))
  expect(reasonOf(await spot.checkOut('wang', spot.wrong()))).toEqual(wrong(3))
})

it('tells nothing about free places to who does not know the number', async () => {
  await spot.community.resident('passer-by')
  expect(reasonOf(await spot.checkIn('passer-by', spot.wrong()))).toEqual(wrong(4))
})

it.each(['12345', '1234567', 'abcdef', '12 456', ''])('finds %j no number at all', async (code) => {
  expect(await spot.checkIn('wang', code)).toMatchObject({ error: { code: 'bad_input' } })
})
