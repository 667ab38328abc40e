import { migrate } from '@/cloud/db/migrate'
import { migrations } from '@/cloud/db/migrations'
import { toWire } from '@/contract/instants'
import { ANNOUNCED } from '@/domain/announced-holidays'
import { dayOf } from '@/domain/time'
import pg from 'pg'
import {
  call,
  createDatabase,
  deploy,
  done,
  reasonOf,
  settle,
  type Neighbourhood,
  type TestDeployment,
} from './deployment'

const NOW = Date.parse('2026-11-25T10:00+08:00')

let linli: TestDeployment
let community: Neighbourhood

beforeEach(async () => {
  linli = await deploy(NOW)
  community = await settle(linli)
  await community.resident('admin', { role: 'admin' })
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const newYear = { name: '元旦', firstAt: dayOf(2027, 1, 1), lastAt: dayOf(2027, 1, 3), works: false }
const save = (version: number, holidays: object[], year = 2027, who = 'admin') =>
  call(linli, who, 'saveHolidays', toWire({ communityId: community.communityId, year, version, holidays }))
const years = async (who = 'cadre') =>
  (await done(linli, who, 'listHolidays', { communityId: community.communityId })).years

it('a new community knows what was announced, and no other year', async () => {
  expect(await years()).toEqual(ANNOUNCED.map((it) => ({ ...it, version: 1 })))
})

it('an older community knows the same after the migration', async () => {
  const { url, drop } = await createDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const connection = {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[],
    run: async (sql: string) => void (await client.query(sql)),
  }
  await migrate(
    connection,
    migrations.filter(({ version }) => version < 19),
  )
  await client.query("INSERT INTO community (id, name, created_at) VALUES ('before', '老社区', 1)")
  await migrate(connection, migrations)
  const rows = await connection.query<object>('SELECT year, holidays FROM holiday_year')
  await client.end()
  await drop()
  expect(rows).toEqual(ANNOUNCED)
})

it('an admin adds a year, in whatever order, and writes down who did', async () => {
  const work = { name: '元旦调休', firstAt: dayOf(2027, 1, 10), lastAt: dayOf(2027, 1, 10), works: true }
  expect(await save(0, [work, newYear])).toMatchObject({ ok: true, data: { version: 1 } })
  expect((await years()).at(-1)).toEqual({ year: 2027, version: 1, holidays: [newYear, work] })
  const [entry] = await linli.database.transaction((tx) =>
    tx.query<{ why: string }>("SELECT why FROM audit_entry WHERE action = 'saveHolidays'"),
  )
  expect(JSON.parse(entry?.why ?? '')).toMatchObject({ year: 2027, holidays: [{ name: '元旦' }, {}] })
})

it('shows the second of two admins what the first has saved, and overwrites nothing', async () => {
  await Promise.all([save(0, [newYear]), save(0, [newYear])]).then((answers) =>
    expect(answers.filter((it) => it.ok)).toHaveLength(1),
  )
  const later = { ...newYear, lastAt: dayOf(2027, 1, 2) }
  expect(reasonOf(await save(0, [later]))).toEqual({
    reason: 'holidays_changed',
    version: 1,
    holidays: [newYear],
  })
  expect(await save(1, [later])).toMatchObject({ ok: true, data: { version: 2 } })
})

it('is of one community alone', async () => {
  const other = await settle(linli, '别处')
  await save(0, [newYear])
  const { years: there } = await done(linli, 'cadre', 'listHolidays', { communityId: other.communityId })
  expect(there.map(({ year }) => year)).toEqual([2026])
})

it.each<[string, object[], number]>([
  ['no day at all', [], 2027],
  ['a day of another year', [{ ...newYear, firstAt: dayOf(2026, 12, 31) }], 2027],
  ['an end before the start', [{ ...newYear, lastAt: dayOf(2026, 12, 31) }], 2027],
  ['a day twice', [newYear, newYear], 2027],
  ['a time that begins no day', [{ ...newYear, firstAt: newYear.firstAt + 1 }], 2027],
  ['no name', [{ ...newYear, name: ' ' }], 2027],
  ['a name of eleven', [{ ...newYear, name: '节'.repeat(11) }], 2027],
  ['forty-one rows', Array.from({ length: 41 }, () => newYear), 2027],
  ['a year long gone', [newYear], 1999],
])('is told that %s is wrong', async (_, holidays, year) => {
  expect(await save(0, holidays, year)).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  expect(await years()).toHaveLength(1)
})

it('is not for a cadre to save', async () => {
  expect(await save(0, [newYear], 2027, 'cadre')).toMatchObject({ error: { code: 'forbidden' } })
})
