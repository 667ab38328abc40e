import { HOUR, MINUTE } from '@/domain/time'
import { post } from '../cloud/calls'
import type { OpenPage } from './open-page'
import { Neighbourhood, SATURDAY } from './neighbours'

// One entry from 这条不对? to its correction, and books that are opened again: each test goes on where the last ended.
let here: Neighbourhood
let sessionId: string

beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ title: '护学岗', capacity: 3 })], SATURDAY)
  const { communityId, cadre, api } = here
  const came = [await here.resident('volunteer', '陈建国'), await here.resident('other', '何秀英')]
  for (const neighbour of came) await here.claim(neighbour, sessionId)
  await api.moveClock(SATURDAY - 5 * MINUTE)
  const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
  for (const neighbour of came) await neighbour.do('checkIn', { communityId, sessionId, code })
  await api.moveClock(SATURDAY + HOUR)
  await cadre.do('confirmSession', { communityId, sessionId, headCount: 2, absent: [] })
}, 120_000)
afterAll(() => here.close())

const statement = async (who = 'volunteer'): Promise<OpenPage> => {
  const page = await (await here.phoneOf(who)).open('pages/points/index')
  await page.shows('明细')
  return page
}
const cadrePage = async (name: string, query: Record<string, string> = {}) =>
  (await here.phoneOf('cadre')).open(`packages/${name}/index`, query)

it('recomputes the statement’s chain on the phone, and says so in a line', async () => {
  const page = await statement()
  await page.shows('账目核对过，1 条都没有改动')
})

it('asks what is not right about an entry, and sends it to the community', async () => {
  const page = await statement()
  await page.tap('.statement-dispute', '这条不对')
  await page.shows('这条哪里不对？')
  await page.tap('.chip', '分数不对')
  await page.type('#dispute-note', '我待了两个小时')
  await page.tap('#dispute-send')
  await page.shows('提出“分数不对，我待了两个小时”，社区还在看。')
})

it('shows the cadre the entry, what is said of it, and what is known, and takes a correction', async () => {
  const desk = await cadrePage('cadre/desk')
  await desk.shows('1异议')
  const page = await cadrePage('office/disputes')
  await page.shows('我待了两个小时')
  for (const words of ['陈**说', '现场签到', '确认到场', '现场数到 2 人'])
    expect(page.text()).toContain(words)
  expect(page.text()).not.toContain('陈建国')
  await page.tap('.button', '更正')
  await page.shows('现在是 10 分')
  await page.type('.stepper-count', '20')
  await page.tap('#answer-confirm')
  await page.shows('更正好了')
  await page.shows('没有异议在等')
})

it('shows the household the correction, what it corrects, and that the chain holds', async () => {
  const page = await statement()
  expect(page.texts('#can-pay')).toEqual(['20 分'])
  const [correction, service] = page.texts('.statement-entry')
  expect(correction).toMatch(/^更正.*原来是 \+10，您提出后更正.*\+1020$/)
  expect(service).toMatch(/已更正/)
  await page.shows('账目核对过，2 条都没有改动')
})

it('opens closed books again for a reason, and corrects who is decided anew', async () => {
  const query = { c: here.communityId, s: sessionId }
  const page = await cadrePage('cadre/roster', query)
  await page.shows('点名已结束')
  await page.tap('#reopen')
  await page.tap('.chip', '有人点错了')
  await page.tap('#why-confirm')
  await page.shows('点名重新打开了')
  await page.tap('.roster-row', '何')
  await page.shows('那天来了吗？')
  await page.tap('.chip', '没来')
  await page.tap('#outcome-confirm')
  await page.shows('改了 1 人，结束点名')
  await page.type('#head-count .stepper-count', '1')
  await page.tap('#confirm-session')
  await page.shows('更正了 1 人，收回 10 分')
  const points = await statement('other')
  expect(points.texts('.statement-entry')[0]).toMatch(/重新核对到场后更正.*−100$/)
})

it('lets a resident choose hours without points', async () => {
  const page = await statement('other')
  await page.tap('#hours-only')
  await page.counts('#hours-only.on', 1)
})
