import { HOUR } from '@/domain/time'
import { post } from '../cloud/calls'
import { call, done, reasonOf } from '../cloud/deployment'
import { iso, SATURDAY, Spot } from '../cloud/presence'
import { brokenInvariants } from '../invariants'

let spot: Spot

beforeEach(async () => {
  spot = await Spot.open([post({ capacity: 3 })], 16)
})
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  expect(await brokenInvariants(spot.linli.database)).toEqual([])
  await spot.linli.close()
})

const names = (count: number) => Array.from({ length: count }, (_, index) => `neighbour-${index}`)

it('two scans at once are one check-in, and both phones are told the same', async () => {
  const wang = await spot.booked('wang')
  spot.now = SATURDAY
  const answers = await Promise.all(names(8).map(() => spot.checkIn('wang')))
  expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => true))
  expect(await spot.rowOf(wang)).toMatchObject({ checkedInAt: SATURDAY, checkInMethod: 'code' })
})

it('of ten wrong numbers at once five are looked at', async () => {
  await spot.booked('wang')
  spot.now = SATURDAY
  const answers = await Promise.all(names(10).map(() => spot.checkIn('wang', spot.wrong())))
  const reasons = answers.map((answer) => reasonOf(answer).reason)
  expect(reasons.filter((reason) => reason === 'code_wrong')).toHaveLength(5)
  expect(reasons.filter((reason) => reason === 'code_locked')).toHaveLength(5)
  expect(reasonOf(await spot.checkIn('wang'))).toMatchObject({ reason: 'code_locked' })
})

it('of five who came without a booking and take the last two places at once, two have one and are there', async () => {
  await spot.booked('wang')
  spot.now = SATURDAY
  const walkIns = names(5)
  for (const name of walkIns) {
    await spot.community.resident(name)
    await spot.checkIn(name)
  }
  const take = (name: string) =>
    call(spot.linli, name, 'takeAndCheckIn', { ...spot.at, slotId: spot.slots[0] })
  const answers = await Promise.all(walkIns.map(take))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(2)
  for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('slot_full')
  const { slots } = await done(spot.linli, 'cadre', 'getRoster', spot.at)
  expect(slots[0]?.rows.filter((row) => row.checkedInAt !== null)).toHaveLength(2)
})

it('tapping 认领并签到 five times at once takes one place', async () => {
  await spot.community.resident('li')
  spot.now = SATURDAY
  await spot.checkIn('li')
  const take = () => call(spot.linli, 'li', 'takeAndCheckIn', { ...spot.at, slotId: spot.slots[0] })
  const answers = await Promise.all(names(5).map(take))
  expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => true))
  const { slots } = await done(spot.linli, 'cadre', 'getRoster', spot.at)
  expect(slots[0]?.rows).toHaveLength(1)
})

it('the marks of a leader’s phone, sent twice at once, have each one effect', async () => {
  const people = [await spot.booked('wang'), await spot.booked('li')]
  spot.now = SATURDAY + 2 * HOUR
  const send = () =>
    people.map((attendeeId) =>
      done(
        spot.linli,
        'cadre',
        'markPresent',
        { ...spot.at, attendeeId, why: '没带手机', at: iso(SATURDAY) },
        `mark-${attendeeId}`,
      ),
    )
  await Promise.all([...send(), ...send()])
  expect(await spot.audited('markPresent')).toHaveLength(2)
})

it('two cadres who type the same sheet at once mark each person once', async () => {
  await spot.community.resident('colleague', { role: 'cadre' })
  for (const name of ['wang', 'li', 'zhao']) await spot.booked(name)
  const sheet = await done(spot.linli, 'cadre', 'printRoster', { ...spot.at, why: '点名' })
  const codes = sheet.slots.flatMap((slot) => slot.rows).map((row) => row.code)
  spot.now = SATURDAY
  const enter = (who: string, order: string[]) =>
    done(spot.linli, who, 'enterPaper', { ...spot.at, codes: order })
  const answers = await Promise.all([enter('cadre', codes), enter('colleague', [...codes].reverse())])
  expect(answers.reduce((sum, answer) => sum + answer.marked, 0)).toBe(3)
  expect(await spot.audited('enterPaper')).toHaveLength(3)
})

it('a check-out and the closing of the books at once leave minutes that fit what the roster says', async () => {
  const wang = await spot.booked('wang')
  spot.now = SATURDAY
  await spot.checkIn('wang')
  spot.now = SATURDAY + HOUR
  const [out] = await Promise.all([spot.checkOut('wang'), spot.confirm()])
  const row = await spot.rowOf(wang)
  expect(row).toMatchObject({ outcome: 'present', checkedOutAt: SATURDAY + HOUR })
  expect(row?.checkOutMethod).toBe(out.ok ? 'code' : 'planned_end')
})
