import { MINUTE } from '@/domain/time'
import { post } from '../cloud/calls'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY, self } from './neighbours'
import { readUrl } from './page-url'

// One post from hand to hand: each test goes on where the last one ended.
let here: Neighbourhood
let sessionId: string
let card: { title: string; path: string }

beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ title: '东门', capacity: 1 })], SATURDAY, { title: '放学护学岗' })
  await here.claim(await here.resident('giver', '陈建国'), sessionId)
  await here.resident('taker', '何秀英')
}, 120_000)
afterAll(() => here.close())

/** The phone of somebody in the group who taps the card. */
const tapped = (openId: string) =>
  Phone.launch({ scene: 1008, ...readUrl(card.path) }, here.api.forPhoneOf(openId))

it('says what passing on does before it is done, and then has a card for the group', async () => {
  const phone = await here.phoneOf('giver')
  const schedule = await phone.open('pages/schedule/index')
  await schedule.shows('岗位：东门')
  await schedule.tap('#find-substitute')
  const { page } = phone
  await page.shows('有人在候补，就马上换给排第一的')
  const ordinary = page.card('menu')
  await page.tap('#confirm-substitute')
  await page.shows('替班卡片好了')
  card = page.card('button') ?? { title: '', path: '' }
  expect(card.title).toMatch(/^找人替班：放学护学岗 · .*10:00 · 社区图书室$/)
  expect(readUrl(card.path).query).toMatchObject({ c: here.communityId, s: sessionId })
  expect(readUrl(card.path).query.sub).toMatch(/^[0-9a-z]{12}$/)
  for (const name of ['陈建国', '何秀英']) expect(JSON.stringify(card)).not.toContain(name)
  // Once the sheet is closed the page is again the session's own.
  await page.tap('.sheet-close')
  await page.shows('在等人接，岗位还是您的')
  expect(page.card('menu')).toEqual(ordinary)
})

it('is its sender’s until somebody takes it, also when it is opened by the sender', async () => {
  const { page } = await tapped('giver')
  await page.shows('在等人接，岗位还是您的')
  expect(page.texts('#verdict-button')).toEqual(['已认领 ✓'])
})

it('is taken with the one main button by who opens the card', async () => {
  const { page } = await tapped('taker')
  await page.shows('有邻居来不了')
  expect(page.texts('#verdict-button')).toEqual(['我来替班'])
  await page.tap('#verdict-button')
  await page.shows('好了：')
  await page.shows('已认领 ✓')
  expect(page.text()).not.toContain('不用接了')
  expect(await here.held(sessionId)).toBe(1)
  const schedule = await (await here.phoneOf('taker')).open('pages/schedule/index')
  await schedule.shows('岗位：东门')
})

it('is the giver’s no more, who is told', async () => {
  const phone = await here.phoneOf('giver')
  await (await phone.open('pages/schedule/index')).shows('接下来没有安排')
  await (await phone.open('packages/resident/inbox/index')).shows('岗位有人接上了')
})

it('leads who comes too late to what can still be had', async () => {
  const { page } = await tapped('late')
  await page.shows('这个替班不用接了')
  expect(page.texts('#verdict-button')).toEqual(['我要候补(第 1 位)'])
})

it('can be called back', async () => {
  const phone = await here.openCard('taker', sessionId)
  await phone.page.tap('#find-substitute')
  await phone.page.tap('#confirm-substitute')
  await phone.page.shows('替班卡片好了')
  card = phone.page.card('button') ?? card
  const schedule = await (await here.phoneOf('taker')).open('pages/schedule/index')
  await schedule.shows('在等人接，岗位还是您的')
  await schedule.tap('#withdraw-substitute')
  await schedule.shows('收回来了，岗位还是您的')
  const { page } = await tapped('late')
  await page.shows('这个替班不用接了')
})

it('goes to who waits, without a card', async () => {
  const { communityId } = here
  const waiting = await here.resident('waiting', '周明')
  const [slotId] = await here.slotIds(sessionId)
  await waiting.do('joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  const { page } = await here.openCard('taker', sessionId)
  await page.tap('#find-substitute')
  await page.tap('#confirm-substitute')
  await page.shows('换好了：岗位给了候补的邻居')
  expect(page.texts('#substitute-sheet')).toEqual([])
})

it('asks who waits first, in the last hours, and says so to everybody', async () => {
  const { communityId } = here
  const asked = await here.resident('asked', '林晓雯')
  const [slotId] = await here.slotIds(sessionId)
  await asked.do('joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  await here.api.moveClock(SATURDAY - 90 * MINUTE)
  const { page } = await here.openCard('waiting', sessionId)
  await page.tap('#find-substitute')
  await page.shows('先问排第一的，给他半小时')
  await page.tap('#confirm-substitute')
  await page.shows('正在问候补的邻居')
  card = page.card('button') ?? card
  const { page: another } = await tapped('late')
  await another.shows('先问候补的邻居，今天上午 9 点前没人接，您就能接')
  const { page: own } = await here.openCard('asked', sessionId)
  await own.shows('我来替班')
  await here.api.moveClock(SATURDAY - 55 * MINUTE)
  const { page: later } = await tapped('late')
  await later.shows('我来替班')
  await later.tap('#verdict-button')
  await later.shows('好了：')
  // It is time already.
  await later.shows('到了就签到')
})
