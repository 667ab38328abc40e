import { CONSENT_VERSION } from '@/domain/child'
import { HOUR, MINUTE } from '@/domain/time'
import { post, seat } from './calls'
import { call, done, reasonOf } from './deployment'
import { SATURDAY, self, Spot } from './presence'

let spot: Spot
let child: string

beforeEach(async () => {
  spot = await Spot.open([post({ capacity: 5 }), seat()])
  for (const name of ['wang', 'li', 'zhao']) await spot.booked(name)
  const { communityId } = spot.at
  const nickname = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  child = (await done(spot.linli, 'wang', 'addChild', nickname)).childId
  const party = [{ kind: 'child', childId: child }]
  await done(spot.linli, 'wang', 'bookSlot', { communityId, slotId: spot.slots[1], party })
})
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  await spot.linli.close()
})

const print = async () => {
  const sheet = await done(spot.linli, 'cadre', 'printRoster', { ...spot.at, why: '现场没有网' })
  return new Map(sheet.slots.flatMap((slot) => slot.rows).map((row) => [row.name, row.code]))
}
const enter = (codes: (string | undefined)[], dryRun = false) =>
  done(spot.linli, 'cadre', 'enterPaper', { ...spot.at, codes, dryRun })

it('prints the names, which is logged with its reason', async () => {
  expect([...(await print()).keys()].sort()).toEqual(['li', 'wang', 'zhao', '小满'])
  expect(await spot.audited('printRoster')).toEqual([{ why: '现场没有网', subject: null }])
  const silent = await call(spot.linli, 'cadre', 'printRoster', { ...spot.at, why: '' })
  expect(silent).toMatchObject({ error: { code: 'bad_input' } })
})

it('shows who is meant before anything is kept, then marks them as from paper, children too', async () => {
  const codes = await print()
  spot.now = SATURDAY + 3 * HOUR
  const typed = [codes.get('wang'), codes.get('小满')]
  const preview = await enter(typed, true)
  expect(preview).toMatchObject({
    marked: 0,
    rows: [
      { is: 'found', name: 'w**' },
      { is: 'found', name: '小**' },
    ],
  })
  expect(await spot.rowOf(child)).toMatchObject({ checkedInAt: null })
  expect(await enter(typed)).toMatchObject({ marked: 2 })
  expect(await spot.rowOf(child)).toMatchObject({ checkedInAt: SATURDAY, checkInMethod: 'paper' })
  expect(await enter(typed)).toMatchObject({ marked: 0, rows: [{ is: 'here' }, { is: 'here' }] })
  expect(await spot.audited('enterPaper')).toHaveLength(2)
  await spot.confirm(2)
  const statement = await done(spot.linli, 'wang', 'getStatement', { communityId: spot.at.communityId })
  expect(statement.entries).toMatchObject([{ amount: 10, checkInMethod: 'paper' }])
})

it('tells a typo, a place given back and who was there already from those it marks', async () => {
  const codes = await print()
  const { communityId } = spot.at
  const { bookings } = await done(spot.linli, 'li', 'listMyBookings', { communityId, which: 'upcoming' })
  await done(spot.linli, 'li', 'cancelBooking', { communityId, bookingId: bookings[0]?.id })
  spot.now = SATURDAY + 10 * MINUTE
  await spot.checkIn('zhao')
  const wang = codes.get('wang') ?? ''
  const typo = wang.slice(0, 4) + String((Number(wang[4]) + 1) % 10)
  const { rows, marked } = await enter([typo, codes.get('li'), codes.get('zhao'), '123', wang])
  expect(rows.map((row) => row.is)).toEqual(['unknown', 'gone', 'here', 'unknown', 'found'])
  expect(marked).toBe(1)
  expect(await print()).toEqual(new Map([...codes].filter(([name]) => name !== 'li')))
})

it('leaves the cadre’s own household to a colleague', async () => {
  const { communityId } = spot.at
  await done(spot.linli, 'cadre', 'bookSlot', { communityId, slotId: spot.slots[0], party: self })
  const codes = await print()
  spot.now = SATURDAY
  expect(await enter([codes.get('cadre')])).toMatchObject({ marked: 0, rows: [{ is: 'own' }] })
})

it.each([
  ['no codes', []],
  ['letters', ['1234a']],
  ['more than fit on any sheet', Array.from({ length: 201 }, () => '12345')],
])('does not take %s', async (_, codes) => {
  spot.now = SATURDAY
  const answer = await call(spot.linli, 'cadre', 'enterPaper', { ...spot.at, codes })
  expect(answer).toMatchObject({ error: { code: 'bad_input' } })
})

it('is over once the books are closed, and not begun before check-in opens', async () => {
  spot.now = SATURDAY - HOUR - 1
  const entered = () => call(spot.linli, 'cadre', 'enterPaper', { ...spot.at, codes: ['12345'] })
  expect(reasonOf(await entered())).toMatchObject({ reason: 'check_in_not_open' })
  spot.now = SATURDAY + HOUR
  await spot.confirm(0)
  expect(reasonOf(await entered())).toMatchObject({ reason: 'check_in_over' })
})
