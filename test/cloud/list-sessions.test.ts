import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const MIDNIGHT = Date.parse('2026-03-02T00:00:00+08:00')
const at = (day: number, hour: number) => MIDNIGHT + day * DAY + hour * HOUR

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
let grids: { id: string; name: string }[]
beforeAll(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  grids = (await done(linli, 'wang', 'listGrids', { communityId })).grids
  await publish(
    [seat({ ageBand: '3-6' })],
    at(5, 10),
    { title: '周末绘本课', place: '社区图书室' },
    grids[0]?.id,
  )
  await publish([seat({ ageBand: null })], at(5, 14), { title: '亲子手工课', place: '2号楼架空层' })
  await publish([post({ skill: 'law' })], at(2, 18), { title: '调解台', place: '服务站', kind: 'mediation' })
  await publish([post()], at(3, 11), { title: '理书 100%', place: '社区图书室', kind: 'gathering' })
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

async function publish(slots: object[], startsAt: number, activity: object, gridId?: string) {
  const draft = pictureBookClass(communityId, startsAt, slots, activity)
  return done(linli, 'cadre', 'publishCall', { ...draft, ...(gridId && { gridId }) })
}
const found = async (query: object) => {
  const { sessions } = await done(linli, 'wang', 'listSessions', { communityId, ...query })
  return sessions.map((it) => it.title)
}
const iso = (time: number) => new Date(time).toISOString()

it.each<[string, object, string[]]>([
  ['nothing is asked', {}, ['调解台', '理书 100%', '周末绘本课', '亲子手工课']],
  ['of a kind', { activityKind: 'mediation' }, ['调解台']],
  ['for those who come', { slotKind: 'seat' }, ['周末绘本课', '亲子手工课']],
  ['from a day on', { from: iso(at(3, 0)), until: iso(at(4, 0)) }, ['理书 100%']],
  ['that starts right at the end of the span', { until: iso(at(2, 18)) }, []],
  ['in the morning', { partOfDay: 'morning' }, ['理书 100%', '周末绘本课']],
  ['in the afternoon', { partOfDay: 'afternoon' }, ['亲子手工课']],
  ['from six on', { partOfDay: 'evening' }, ['调解台']],
  ['for who knows the law', { skill: 'law' }, ['调解台']],
  ['for a child of seven', { ageBand: '7-9' }, ['亲子手工课']],
  ['for a child of four', { ageBand: '3-6' }, ['周末绘本课', '亲子手工课']],
  ['of an age, but only posts', { ageBand: '3-6', slotKind: 'post' }, []],
  ['by a word of the title', { words: '绘本' }, ['周末绘本课']],
  ['by a word of the place', { words: ' 图书室 ' }, ['理书 100%', '周末绘本课']],
  ['by a sign that searching knows too', { words: '%' }, ['理书 100%']],
  ['by a word that is nowhere', { words: '足球' }, []],
  ['by two conditions', { words: '课', partOfDay: 'afternoon' }, ['亲子手工课']],
])('finds what is %s', async (_what, query, titles) => {
  expect(await found(query)).toEqual(titles)
})

it('finds what is in a part of the community', async () => {
  expect(await found({ gridId: grids[0]?.id })).toEqual(['周末绘本课'])
  expect(await found({ gridId: 'nowherenowhe' })).toEqual([])
})

it('brings the part of the community back with a past call', async () => {
  const { calls } = await done(linli, 'cadre', 'listPastCalls', { communityId })
  const callId = calls.find((it) => it.title === '周末绘本课')?.id
  const { draft } = await done(linli, 'cadre', 'getCall', { communityId, callId })
  expect(draft).toMatchObject({ gridId: grids[0]?.id })
})

it.each([
  ['a part of a day that is none', { partOfDay: 'night' }],
  ['more words than anybody searches by', { words: '绘'.repeat(21) }],
  ['a skill that is none', { skill: 'juggling' }],
  ['a time that is none', { from: 'tomorrow' }],
])('is told that it is wrong: %s', async (_what, query) => {
  expect(await call(linli, 'wang', 'listSessions', { communityId, ...query })).toMatchObject({
    error: { code: 'bad_input' },
  })
})

it('is in a part of its own community, or of the whole', async () => {
  const draft = pictureBookClass(communityId, at(6, 10))
  const elsewhere = await call(linli, 'cadre', 'publishCall', { ...draft, gridId: 'nowherenowhe' })
  expect(elsewhere).toMatchObject({ error: { code: 'not_found' } })
})
