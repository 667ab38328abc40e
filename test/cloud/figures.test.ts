import { DAY, HOUR, MINUTE } from '@/domain/time'
import { post } from './calls'
import { hands, leave, sceneOf } from './changes'
import { done, settle } from './deployment'
import { self, type Scene } from './draws'
import { exportedText } from './exported'

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
const EAST = names('east', 6)
const WEST = names('west', 2)
const FAR = names('far', 7)
const EVERYBODY = [...EAST, ...WEST, ...FAR]

let it_: Scene
let communityId: string

beforeEach(async () => {
  it_ = await sceneOf(EVERYBODY)
  communityId = it_.community.communityId
  await live(EAST, it_.community.gridId)
  await sql("INSERT INTO grid (community_id, id, name) VALUES ($1, 'westwestwest', '第二网格')")
  await live(WEST, 'westwestwest')
})
afterEach(() => leave(it_))

const sql = <Row = unknown>(text: string, ...parameters: (string | number | string[])[]) =>
  it_.linli.database.transaction((tx) => tx.query<Row>(text, [communityId, ...parameters]))
const live = (who: string[], grid: string) =>
  sql(
    `UPDATE household SET grid_id = $3 WHERE community_id = $1 AND id IN
       (SELECT household_id FROM resident WHERE community_id = $1 AND open_id = ANY($2))`,
    ...[who, grid],
  )
const figures = (year = 2026) => done(it_.linli, 'cadre', 'getFigures', { communityId, year })
const skipTo = (iso: string) => (it_.linli.clock.now = Date.parse(`${iso}+08:00`))

/** An hour's duty thirty hours from now, to which some do not come. */
async function serve(who: string[], absent: string[] = []): Promise<void> {
  const { linli } = it_
  const startsAt = linli.clock.now + 30 * HOUR
  const { sessionId, slotId } = await it_.publish([post({ capacity: who.length + absent.length })], startsAt)
  linli.clock.now += 20 * MINUTE
  const everybody = [...who, ...absent]
  for (const name of everybody) await done(linli, name, 'bookSlot', { communityId, slotId, party: self })
  linli.clock.now = startsAt
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  for (const name of who) await done(linli, name, 'checkIn', { communityId, sessionId, code })
  linli.clock.now = startsAt + HOUR
  const { slots } = await done(linli, 'cadre', 'getRoster', { communityId, sessionId })
  const missing = (slots[0]?.rows ?? [])
    .filter((row) => row.checkedInAt === null)
    .map((row) => row.attendeeId)
  await done(linli, 'cadre', 'confirmSession', {
    ...{ communityId, sessionId, headCount: who.length, absent: missing },
  })
}

it('counts who came, who served how long, who did not come, and who came for the first time', async () => {
  await serve(EVERYBODY)
  const { whole, fill, months, kinds, year, years } = await figures()
  const all = { attendances: 15, minutes: 15 * 60, volunteers: 15, noShow: 0, newcomers: 100 }
  expect(whole).toEqual(all)
  expect(fill).toEqual({ slots: 1, full: 1, median: 20 })
  // January, February, and March as far as it has gone by.
  const nobody = { attendances: 0, minutes: 0, volunteers: 0, noShow: null, newcomers: null }
  expect(months.map(({ month, fill: _, ...rest }) => [month, rest])).toEqual([
    [1, nobody],
    [2, nobody],
    [3, all],
  ])
  expect(kinds).toMatchObject([{ kind: 'class', ...all, fill: { full: 1 } }])
  expect([year, years]).toEqual([2026, [2026]])
})

it('breaks nothing down to fewer than five, nor so that subtraction would', async () => {
  await serve(EVERYBODY)
  const { whole, grids } = await figures()
  expect(whole.attendances).toBe(15)
  // Two in the west; the six of the east cover them, and the seven who have not said stand alone.
  expect(grids.map(({ name, attendances, minutes }) => [name, attendances, minutes])).toEqual([
    ['第一网格', 'few', 'few'],
    ['第二网格', 'few', 'few'],
    [null, 7, 420],
  ])
  // What can be subtracted is those of both grids together.
  expect(JSON.stringify(grids)).not.toMatch(/"attendances":(2|6)\b/)
})

it('counts a household as new in its first month alone, and of the year that month is in', async () => {
  await serve(EAST)
  skipTo('2026-05-04T09:00')
  await serve(EAST)
  skipTo('2026-12-07T09:00')
  await serve([...EAST, ...FAR])
  const { whole, months } = await figures()
  expect(whole).toMatchObject({ attendances: 25, volunteers: 13, newcomers: 100 })
  expect([3, 5, 12].map((month) => months[month - 1]?.newcomers)).toEqual([100, 0, 54])
  skipTo('2027-01-04T09:00')
  await serve([...EAST, ...FAR])
  const next = await figures(2027)
  expect(next.whole).toMatchObject({ attendances: 13, newcomers: 0 })
  expect(next.months).toHaveLength(1)
  expect(next.years).toEqual([2027, 2026])
})

it('puts a session of New Year’s night into the year in which it begins in Shanghai', async () => {
  skipTo('2025-12-30T17:59')
  await serve(EAST)
  expect((await figures(2025)).whole.attendances).toBe(6)
  expect((await figures(2025)).months[11]?.attendances).toBe(6)
  expect((await figures(2026)).whole.attendances).toBe(0)
  skipTo('2025-12-30T18:00')
  await serve(FAR)
  expect((await figures(2026)).months.map((it) => it.attendances)).toEqual([7])
})

it('tells absences as a share of what was decided', async () => {
  await serve(EAST, WEST)
  expect((await figures()).whole).toMatchObject({ attendances: 6, noShow: 25 })
})

it('takes corrections of a service record in, and leaves out who has nothing left', async () => {
  await serve(EAST)
  const records = await sql<{ id: string }>(
    'SELECT id FROM service_record WHERE community_id = $1 ORDER BY id',
  )
  const correct = (at: number, minutes: number) =>
    sql(
      `INSERT INTO service_correction (community_id, id, record_id, minutes, points, corrected_by, created_at)
       VALUES ($1, $2, $3, $4, 0, 'cadre', 1)`,
      ...[`correction-${at}-${minutes}`, records[at]?.id ?? '', minutes],
    )
  await correct(0, -60)
  await correct(1, -20)
  await correct(1, 5)
  expect((await figures()).whole).toMatchObject({ attendances: 6, minutes: 285, volunteers: 5 })
})

it('is empty for a year without a session, past or to come', async () => {
  for (const year of [2024, 2031]) {
    const { whole, fill, kinds, grids, years } = await figures(year)
    expect(whole).toEqual({ attendances: 0, minutes: 0, volunteers: 0, noShow: null, newcomers: null })
    expect([fill, kinds]).toEqual([{ slots: 0, full: 0, median: null }, []])
    expect(grids.every((grid) => grid.attendances === 0)).toBe(true)
    expect(years).toContain(year)
  }
  expect((await figures(2024)).months).toHaveLength(12)
  expect((await figures(2031)).months).toEqual([])
})

it('counts neither a session that is to come, nor a cancelled one, nor another community', async () => {
  const do_ = hands(it_)
  const { sessionId } = await it_.publish([post()], it_.linli.clock.now + DAY)
  await do_.cancel(sessionId)
  await it_.publish([post()])
  it_.linli.clock.now += 2 * DAY
  await settle(it_.linli, '另一个社区')
  expect((await figures()).fill.slots).toBe(0)
})

it('goes into a file, with no more in it than is shown', async () => {
  await serve(EVERYBODY)
  const link = await done(it_.linli, 'cadre', 'exportFigures', { communityId, year: 2026, format: 'csv' })
  const text = await exportedText(it_.linli, link.url)
  expect(text).toContain('全年,,15,15,15,0,100,1,1,20')
  expect(text).toContain('按网格,第二网格,不单列,不单列,不单列')
  expect(text).toContain('按类别,课程,15,15,15,0,100,1,1,20')
})
