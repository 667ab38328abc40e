import { HOUR, MINUTE } from '@/domain/time'
import { post } from '../cloud/calls'
import type { Neighbour } from './cloud-function'
import type { OpenPage } from './open-page'
import { Neighbourhood, SATURDAY } from './neighbours'

// One duty from check-in to points: each test goes on where the last one ended.
let here: Neighbourhood
let sessionId: string
let query: Record<string, string>

beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ title: '护学岗', capacity: 3 })], SATURDAY)
  query = { c: here.communityId, s: sessionId }
  const people: Neighbour[] = [
    await here.resident('volunteer', '陈建国'),
    await here.resident('phoneless', '何秀英'),
    await here.resident('absent', '周明'),
  ]
  for (const neighbour of people) await here.claim(neighbour, sessionId)
  await here.api.moveClock(SATURDAY - 5 * MINUTE)
}, 120_000)
afterAll(() => here.close())

async function typeNumber(page: OpenPage, code: string): Promise<void> {
  for (const digit of code) await page.tap(`#key-${digit}`)
}

const codeNow = async () =>
  (await here.cadre.do('getCheckInCode', { communityId: here.communityId, sessionId })).code

const rosterOnTheCadresPhone = async () =>
  (await here.phoneOf('cadre')).open('packages/cadre/roster/index', query)

it('tells a volunteer who types a wrong number how many tries are left', async () => {
  const phone = await here.phoneOf('volunteer')
  await phone.page.shows('下一次')
  await phone.page.tap('#check-in')
  const { page } = phone
  await page.shows('输入领队手机上的 6 个数字')
  const right = await codeNow()
  await typeNumber(page, `${(Number(right[0]) + 5) % 10}${right.slice(1)}`)
  await page.shows('数字不对')
  expect(page.text()).toContain('还能试 4 次')
  await page.counts('.digit.on', 0)
})

it('checks in who types the number of the leader’s screen, and the session page knows it', async () => {
  const phone = await here.openCard('volunteer', sessionId)
  await phone.page.shows('到了就签到')
  await phone.page.tap('#verdict-button')
  await typeNumber(phone.page, await codeNow())
  await phone.page.shows('签到好了')
  await phone.page.tap('.button', '回到活动')
  await phone.page.shows('已签到 ✓')
})

it('shows the leader the number, who came, and masked names until they are revealed for a reason', async () => {
  const before = await codeNow()
  const page = await rosterOnTheCadresPhone()
  await page.shows('到了 1 / 3')
  await page.shows('秒后换')
  expect([before, await codeNow()]).toContain(page.texts('#check-in-code').join())
  expect(page.text()).not.toContain('陈建国')
  await page.tap('#reveal-roster')
  await page.tap('.chip', '现场点名')
  await page.tap('#why-confirm')
  await page.shows('陈建国')
})

it('lets the leader mark present who has no phone, for a reason that is kept', async () => {
  const page = await rosterOnTheCadresPhone()
  await page.shows('何')
  await page.tap('.roster-row', '何')
  await page.shows('代签要写明原因')
  await page.type('#why', '手机落在家里')
  await page.tap('#why-confirm')
  await page.shows('到了 2 / 3')
  expect(page.texts('.roster-row').join()).toMatch(/何.*代签到/)
})

it('closes the books once somebody has counted heads, and says what was given', async () => {
  await here.api.moveClock(SATURDAY + HOUR)
  const page = await rosterOnTheCadresPhone()
  await page.shows('确认到场 2 人，没来 1 人')
  await page.tap('#confirm-session')
  expect(page.texts('#closing-result')).toEqual([])
  await page.type('#head-count .stepper-count', '2')
  await page.tap('#confirm-session')
  await page.shows('2 人到场，1 人没来，发出 20 分。')
})

it.each([
  ['volunteer', '现场签到，由管理员确认'],
  ['phoneless', '由社区代签到，由管理员确认'],
])('shows the %s the points in the statement, with the balance and how they came', async (openId, how) => {
  const page = await (await here.phoneOf(openId)).open('pages/points/index')
  await page.shows('明细')
  expect(page.texts('#can-pay')).toEqual(['10 分'])
  expect(page.text()).toContain('今年服务 1 小时')
  expect(page.texts('.statement-entry')).toEqual([
    expect.stringMatching(new RegExp(`周六绘本课.*${how}.*\\+1010$`)),
  ])
})

it('gives nothing to who did not come, and says so where they look', async () => {
  const phone = await here.openCard('absent', sessionId)
  await phone.page.shows('这次没来')
  const page = await phone.open('pages/points/index')
  await page.shows('还没有积分')
})

it('tells of the points in the inbox, which is new once', async () => {
  const phone = await here.phoneOf('volunteer')
  await phone.page.shows('我的积分 10')
  expect(phone.page.texts('#to-inbox')).toEqual(['4'])
  const me = await phone.open('pages/me/index')
  await me.shows('4 条新的')
  await me.tap('#to-inbox')
  await phone.page.shows('积分到了，+10 分')
  const home = await phone.open('pages/home/index')
  await home.shows('我的积分 10')
  expect(home.texts('#to-inbox')).toEqual([])
})

it('keeps the hours in the person’s record, which is no certificate', async () => {
  const page = await (await here.phoneOf('volunteer')).open('packages/resident/record/index')
  await page.shows('不是证明文件')
  expect(page.texts('#year-hours')).toEqual(['1 小时'])
  expect(page.texts('.record-row')).toEqual([expect.stringMatching(/周六绘本课 · 护学岗.*1 小时\+10 分/)])
})
