import { post } from '../cloud/calls'
import type { Neighbour } from './cloud-function'
import { Neighbourhood, SATURDAY, self } from './neighbours'
import type { OpenPage } from './open-page'

let here: Neighbourhood
let sessionId: string
let slotId: string
const people: Neighbour[] = []
beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId } = here
  sessionId = await here.publish([post({ capacity: 3 })], SATURDAY, { title: '大扫除' })
  slotId = (await here.slotIds(sessionId))[0] ?? ''
  for (const name of ['王芳', '李明', '赵静']) {
    const neighbour = await here.resident(`open-${name}`, name)
    await neighbour.do('bookSlot', { communityId, slotId, party: self })
    people.push(neighbour)
  }
}, 120_000)
afterAll(() => here.close())

const link = () => ({ c: here.communityId, s: sessionId })
async function open(page: string, who = 'cadre'): Promise<OpenPage> {
  return (await here.phoneOf(who)).open(`packages/${page}/index`, link())
}
const inboxOf = async (name: string) =>
  (await here.phoneOf(`open-${name}`)).open('packages/resident/inbox/index')

it('is reached from the roster, and offers nothing while nothing is different', async () => {
  const roster = await open('cadre/roster')
  await roster.shows('改动 / 取消这一场')
  const page = await open('cadre/change')
  await page.shows('大扫除')
  expect(page.texts('#save-session')).toEqual(['还没有改动'])
  await page.tap('#save-session')
  expect(page.texts('#change-outcome')).toEqual([])
})

it('says who would give a place up before it is done, and tells them', async () => {
  const page = await open('cadre/change')
  await page.shows('已报 3 个')
  await page.type('.stepper-count', '2')
  await page.shows('减到 2 个：有 1 家要让出 1 个名额，排到候补最前面')
  expect(await here.held(sessionId)).toBe(3)
  await page.tap(`#save-${slotId}`, '减到 2 个')
  await page.shows('1 家让出了名额，已通知')
  expect(await here.held(sessionId)).toBe(2)
  const inbox = await inboxOf('赵静')
  await inbox.shows('名额减少了，您的没能留住')
  expect(inbox.text()).toContain('名额从 3 个减到 2 个')
})

it('shows what a colleague changed meanwhile, and keeps what was typed', async () => {
  const page = await open('cadre/change')
  await page.type('#change-place', '小广场')
  const { communityId } = here
  const { session } = await here.cadre.do('getRoster', { communityId, sessionId })
  const other = { communityId, slotId, version: session.version, capacity: 4 }
  await here.cadre.do('changeSlot', other)
  await page.tap('#save-session')
  await page.shows('刚才有同事改了：领读志愿者改成 4 个')
  await page.tap('#save-session')
  await page.shows('改好了，通知了 3 位居民')
  const inbox = await inboxOf('王芳')
  await inbox.shows('地点改到小广场')
})

it('cancels in two steps, the second with how many are told', async () => {
  const page = await open('cadre/change')
  await page.tap('#call-off')
  await page.tap('#call-off-next')
  expect(page.texts('#call-off-toll')).toEqual([])
  await page.tap('#call-off-sheet .chip', '天气不好')
  await page.type('#call-off-note', '暴雨橙色预警')
  await page.tap('#call-off-next')
  await page.shows('会通知 3 位居民，取消 3 个名额')
  await page.tap('#call-off-confirm', '取消，通知 3 位')
  await page.shows('取消了，通知了 3 位居民')
  await page.shows('这一场已经取消')
  const { page: seen } = await here.openCard('open-王芳', sessionId)
  await seen.shows('这一场取消了。原因：天气不好，暴雨橙色预警。')
  await seen.shows('您报的 1 个名额一起取消了，不算您取消')
  const inbox = await inboxOf('王芳')
  await inbox.shows('这一场取消了')
})

it('is for cadres alone', async () => {
  const page = await open('cadre/change', 'open-王芳')
  await page.shows('社区干部')
  expect(page.texts('#call-off')).toEqual([])
})
