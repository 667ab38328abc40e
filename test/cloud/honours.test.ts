import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import type { HonourOrder } from '@/domain/honours'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'
import { correctService, publishService, recordService } from './services'

const NOW = Date.parse('2026-11-20T12:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
const ids: Record<string, string> = {}

beforeAll(async () => {
  linli = await deploy(NOW)
  here = await settle(linli)
  for (const name of ['anna', 'bert', 'cora', 'dora']) ids[name] = await here.resident(name)
  // anna: three weeks in a row; bert: the most hours in two; cora: four times in one week; dora: last year only.
  const days: [string, string, number][] = [
    ['anna', '2026-03-08T10:00', 30],
    ['anna', '2026-03-09T10:00', 30],
    ['anna', '2026-03-20T10:00', 30],
    ['bert', '2026-03-04T10:00', 300],
    ['bert', '2026-03-18T10:00', 200],
    ['cora', '2026-04-06T09:00', 20],
    ['cora', '2026-04-07T10:00', 20],
    ['cora', '2026-04-08T10:00', 20],
    ['cora', '2026-04-12T23:30', 20],
    ['dora', '2025-12-31T23:00', 60],
    ['anna', '2026-05-01T10:00', 60],
  ]
  for (const [name, day, minutes] of days) {
    const startsAt = Date.parse(`${day}:00+08:00`)
    const session = await publishService(linli, here, startsAt)
    const residentId = ids[name] ?? ''
    const recordId = await recordService(linli, here, { residentId, ...session, startsAt, minutes })
    if (day.startsWith('2026-05')) await correctService(linli, here, recordId, -60)
    if (minutes === 300) await correctService(linli, here, recordId, -100)
  }
  await done(linli, 'anna', 'setRecordDetails', { communityId: here.communityId, namedInHonours: true })
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const list = (order: HonourOrder, period: object = { year: 2026, month: null }) =>
  done(linli, 'cadre', 'listHonours', { communityId: here.communityId, ...period, order })

it('lists a year by hours, after corrections, naming only who agreed', async () => {
  expect(await list('hours')).toEqual({
    ...{ people: 3, minutes: 570, times: 9 },
    honours: [
      { name: null, minutes: 400, times: 2, series: 1 },
      { name: 'anna', minutes: 90, times: 3, series: 3 },
      { name: null, minutes: 80, times: 4, series: 1 },
    ],
  })
})

it('lists it by times served and by weeks in a row', async () => {
  expect((await list('times')).honours.map((it) => it.times)).toEqual([4, 3, 2])
  expect((await list('series')).honours.map((it) => [it.series, it.minutes])).toEqual([
    [3, 90],
    [1, 400],
    [1, 80],
  ])
})

it('lists a month, from midnight to midnight in Shanghai', async () => {
  expect(await list('hours', { year: 2026, month: 4 })).toMatchObject({ people: 1, times: 4 })
  expect(await list('hours', { year: 2026, month: 5 })).toEqual({
    people: 0,
    minutes: 0,
    times: 0,
    honours: [],
  })
  expect(await list('hours', { year: 2025, month: 12 })).toMatchObject({ people: 1, minutes: 60 })
})

it('names nobody any more who takes it back', async () => {
  const named = (namedInHonours: boolean) =>
    done(linli, 'anna', 'setRecordDetails', { communityId: here.communityId, namedInHonours })
  await named(false)
  expect(JSON.stringify(await list('series'))).not.toContain('anna')
  await named(true)
})

it('goes as a file to a cadre, without the names of others, and is logged', async () => {
  const payload = { communityId: here.communityId, year: 2026, month: null, format: 'csv' }
  const { url, name } = await done(linli, 'cadre', 'exportHonours', payload)
  const links = createSignedLinks('s'.repeat(32))
  const app = createHttp({ deployment: linli, trustGateway: false, links, assets: null })
  const lines = (await (await app.request(url)).text()).split('\r\n')
  expect(name).toBe('表彰名单-2026年.csv')
  expect(lines.slice(3, -1)).toEqual([
    '榜单,名次,姓名,时长(小时),次数,连续周数,人数',
    '时长,1,未公开,6.7,2,1,',
    '时长,2,anna,1.5,3,3,',
    '时长,3,未公开,1.3,4,1,',
    '次数,1,未公开,1.3,4,1,',
    '次数,2,anna,1.5,3,3,',
    '次数,3,未公开,6.7,2,1,',
    '连续周数,1,anna,1.5,3,3,',
    '连续周数,2,未公开,6.7,2,1,',
    '连续周数,2,未公开,1.3,4,1,',
  ])
  const log = await linli.database.transaction((tx) =>
    tx.query("SELECT 1 FROM audit_entry WHERE community_id = $1 AND action = 'exportHonours'", [
      here.communityId,
    ]),
  )
  expect(log).toHaveLength(1)
})

it.each([
  { year: 1900, month: null },
  { year: 9999, month: null },
  { year: 1.5, month: null },
  { year: 2026, month: 0 },
  { year: 2026, month: 13 },
  { year: 2026, month: 1.5 },
  { year: 2026 },
])('is not of the period %j', async (period) => {
  const payload = { communityId: here.communityId, ...period, order: 'hours' }
  const answer = await call(linli, 'cadre', 'listHonours', payload)
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
})

it('is paused by leave, not broken', async () => {
  linli.clock.now = Date.parse('2026-03-10T12:00:00+08:00')
  const [firstAt, lastAt] = ['2026-03-11', '2026-03-12'].map((day) => `${day}T12:00:00+08:00`)
  await done(linli, 'bert', 'setLeave', { communityId: here.communityId, firstAt, lastAt })
  linli.clock.now = NOW
  const lists = [await list('series'), await list('series', { year: 2026, month: 3 })]
  expect(lists.map(({ honours }) => honours.map((it) => it.series))).toEqual([
    [3, 2, 1],
    [3, 2],
  ])
})
