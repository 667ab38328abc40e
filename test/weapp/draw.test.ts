import type { Answer } from '@/contract/actions'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR } from '@/domain/time'
import { seat } from '../cloud/calls'
import type { CallFunction } from './fake-wx'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY, self } from './neighbours'

const DRAW_AT = SATURDAY - DAY

let here: Neighbourhood
let sessionId: string
let slotId: string
beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId } = here
  const parent = await here.resident('parent', '林晓雯')
  await parent.do('addChild', {
    communityId,
    nickname: '小满',
    ageBand: '3-6',
    consentVersion: CONSENT_VERSION,
  })
  const drawAt = new Date(DRAW_AT).toISOString()
  const slot = seat({ ageBand: null, capacity: 4, allocation: 'draw', drawAt, publicNumber: true })
  sessionId = await here.publish([slot], SATURDAY, { title: '亲子陶艺' })
  slotId = (await here.slotIds(sessionId))[0] ?? ''
  for (const name of ['一', '二', '三', '四', '五', '六']) {
    const neighbour = await here.resident(`neighbour-${name}`, name)
    await neighbour.do('applyForDraw', { communityId, slotId, party: self, points: 0 })
  }
}, 120_000)
afterAll(() => here.api.stop())

const record = () => ({ c: here.communityId, d: slotId })

it('applies with one tap, and says when it is drawn; withdrawing leaves no trace', async () => {
  const { page } = await here.openCard('parent', sessionId)
  await page.shows('参加抽签')
  expect(page.text()).toContain('先在 60 天没来过的家庭里抽 1 个')
  await page.tap('#verdict-button')
  await page.shows('已报名抽签')
  expect(page.text()).toContain('7 家已报名')
  await page.tap('#withdraw')
  await page.shows('已退出抽签')
  await page.shows('6 家已报名')
  await page.tap('#verdict-button')
  await page.shows('已报名抽签')
})

it('is found in the schedule, with the time of the draw, and from there', async () => {
  const phone = await here.phoneOf('parent')
  const page = await phone.open('pages/schedule/index')
  await page.shows('等抽签')
  expect(page.texts('.booking-card')).toEqual([expect.stringMatching(/已报名抽签.*亲子陶艺.*等.*10:00 抽签/)])
  await page.tap('.booking-card .tap')
  await phone.page.shows('已报名抽签 ✓')
  expect(phone.page.text()).toContain('已有 7 家报名抽签')
})

it('promises the draw on its own page before anything is drawn', async () => {
  const page = await (await here.phoneOf('parent')).open('packages/resident/draw/index', record())
  await page.shows('7 家已报名')
  expect(page.texts('#seed-hash')[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(page.text()).toContain('还没公布')
  expect(page.texts('#draw-verify')).toEqual([])
})

it('is run with the number a cadre types on the roster', async () => {
  await here.api.moveClock(DRAW_AT + HOUR)
  const { page } = await here.openCard('parent', sessionId)
  await page.shows('等公开号码')
  const desk = await (await here.phoneOf('cadre')).open('packages/cadre/desk/index')
  await desk.shows('填抽签号码')
  const roster = await (
    await here.phoneOf('cadre')
  ).open('packages/cadre/roster/index', { c: here.communityId, s: sessionId })
  await roster.shows('公开号码')
  await roster.type('#draw-number', '42')
  await roster.tap('#enter-number')
  expect(await here.held(sessionId)).toBe(0)
  await roster.type('#draw-number', '427')
  await roster.tap('#enter-number', '填 427，抽签')
  await roster.shows('到了 0 / 4')
  expect(await here.held(sessionId)).toBe(4)
})

it('is drawn again on the phone, which finds the same', async () => {
  const page = await (await here.phoneOf('stranger')).open('packages/resident/draw/index', record())
  await page.tap('#draw-verify')
  await page.shows('对得上')
  expect(page.text()).toContain('重抽一遍，7 家的结果都一样')
  expect(page.texts('#public-number')).toEqual(['427'])
  expect(page.texts('#seed')[0]).toMatch(/^[0-9a-f]{64}$/)
  for (const name of ['林晓雯', '小满']) expect(page.text()).not.toContain(name)
})

it('shows a record that was tampered with for what it is', async () => {
  const honest = here.api.forPhoneOf('stranger')
  const forged: CallFunction = async (request) => {
    const answer = (await honest(request)) as { data: Answer<'getDrawRecord'> }
    if ((request.data as { action: string }).action !== 'getDrawRecord') return answer
    const [winner] = answer.data.applications.filter((application) => application.won !== null)
    const [next] = answer.data.applications.filter((application) => application.turn === 1)
    Object.assign(winner ?? {}, { won: null, turn: 1 })
    Object.assign(next ?? {}, { won: 'weighted', turn: null })
    return answer
  }
  const page = await (await Phone.launch({}, forged)).open('packages/resident/draw/index', record())
  await page.tap('#draw-verify')
  await page.shows('对不上')
  expect(page.text()).toContain('名单和封存时公布的指纹一致')
  expect(page.text()).toContain('7 家的结果不一样')
})
