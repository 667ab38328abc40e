import { WEEK } from '@/domain/time'
import { leave, sceneOf } from './changes'
import { call, done } from './deployment'
import type { Scene } from './draws'
import { duties } from './duties'
import { exportedText } from './exported'

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
const CHOIR = names('choir', 5)
const GUARD = names('guard', 6)
const FEW = names('few', 2)
const REST = names('rest', 6)

let it_: Scene
let communityId: string
let days: ReturnType<typeof duties>

beforeAll(async () => {
  it_ = await sceneOf([...CHOIR, ...GUARD, ...FEW, ...REST])
  communityId = it_.community.communityId
  days = duties(it_)
  const ids: Record<string, string> = {}
  for (const [name, kind] of [
    ['合唱队', 'club'],
    ['护学队', 'neighbours'],
    ['棋社', 'club'],
    ['空队伍', 'workplace'],
  ] as const) {
    it_.linli.clock.now += 1
    ids[name] = (await done(it_.linli, 'cadre', 'createTeam', { communityId, kind, name })).teamId
  }
  const join = async (who: string[], team: string) => {
    for (const name of who) await done(it_.linli, name, 'joinTeam', { communityId, teamId: ids[team] })
  }
  await join(CHOIR, '合唱队')
  await join(GUARD, '护学队')
  await join(FEW, '棋社')
  const serve = async (who: string[], missing: string[] = []) => {
    const sessionId = await days.hold([...who, ...missing], { missing })
    await days.close(sessionId)
    it_.linli.clock.now += WEEK
  }
  await serve([...CHOIR, ...FEW, ...REST])
  await serve(CHOIR, GUARD.slice(0, 1))
  await serve(GUARD)
  // From now on somebody is in another team: what was booked before stays with the old one.
  await join(CHOIR.slice(0, 1), '护学队')
  await serve(CHOIR.slice(0, 1))
}, 120_000)
afterAll(() => leave(it_))

const figures = async () => (await done(it_.linli, 'cadre', 'getFigures', { communityId, year: 2026 })).teams
const honours = async (order: string, month: number | null = null) =>
  (await done(it_.linli, 'cadre', 'listTeamHonours', { communityId, year: 2026, month, order })).teams

it('are counted by the team somebody was in when they booked, and not where fewer than five were', async () => {
  // Of who did not come there is one: nothing is told of that.
  const told = { noShow: 'few', newcomers: null }
  const few = 'few'
  expect(await figures()).toEqual([
    { name: '合唱队', kind: 'club', attendances: 10, minutes: 600, volunteers: 5, ...told },
    { name: '护学队', kind: 'neighbours', attendances: 7, minutes: 420, volunteers: 7, ...told },
    {
      name: '棋社',
      kind: 'club',
      attendances: few,
      minutes: few,
      volunteers: few,
      noShow: few,
      newcomers: few,
    },
  ])
})

it('are honoured by hours and by times, those of whom too few served last and untold', async () => {
  const few = { name: '棋社', kind: 'club', volunteers: 'few', minutes: 'few', times: 'few' }
  const choir = { name: '合唱队', kind: 'club', volunteers: 5, minutes: 600, times: 10 }
  const guard = { name: '护学队', kind: 'neighbours', volunteers: 7, minutes: 420, times: 7 }
  expect(await honours('hours')).toEqual([choir, guard, few])
  expect(await honours('times')).toEqual([choir, guard, few])
  expect(await honours('hours', 1)).toEqual([])
})

it('stand in both files as on the screen', async () => {
  const period = { communityId, year: 2026, month: null, format: 'csv' }
  const { url } = await done(it_.linli, 'cadre', 'exportHonours', period)
  const text = await exportedText(it_.linli, url)
  expect(text).toContain(
    '队伍时长,1,合唱队,10,10,,5\r\n队伍时长,2,护学队,7,7,,7\r\n队伍时长,,棋社,,,,不到 5 人',
  )
  const file = await done(it_.linli, 'cadre', 'exportFigures', { communityId, year: 2026, format: 'csv' })
  expect(await exportedText(it_.linli, file.url)).toContain('按队伍,合唱队,10,10,5,不单列')
})

it('have no series to be honoured by', async () => {
  const payload = { communityId, year: 2026, month: null, order: 'series' }
  expect(await call(it_.linli, 'cadre', 'listTeamHonours', payload)).toMatchObject({
    error: { code: 'bad_input' },
  })
})
