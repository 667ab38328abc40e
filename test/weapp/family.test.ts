import { CONSENT_VERSION } from '@/domain/child'
import { DAY } from '@/domain/time'
import { seat } from '../cloud/calls'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import { readUrl } from './page-url'

// A family comes together and apart: each test goes on where the last one ended.
let here: Neighbourhood
let card: { title: string; path: string }
beforeAll(async () => {
  here = await Neighbourhood.found()
  const mother = await here.resident('mother', '林晓雯')
  const { communityId } = here
  await mother.do('addChild', {
    communityId,
    nickname: '小满',
    ageBand: '3-6',
    consentVersion: CONSENT_VERSION,
  })
}, 120_000)
afterAll(() => here.close())

const household = async (openId: string) =>
  (await here.phoneOf(openId)).open('packages/resident/household/index')
/** The phone of somebody who taps the card. */
const tapped = (openId: string) =>
  Phone.launch({ scene: 1007, ...readUrl(card.path) }, here.api.forPhoneOf(openId))

it('makes an invitation, and a card that names nobody', async () => {
  const phone = await here.phoneOf('mother')
  const page = await phone.open('packages/resident/household/index')
  await page.tap('#invite')
  await page.shows('能添加孩子、给孩子报课')
  await page.tap('.chip', '家人')
  await page.shows('但不能添加孩子')
  await page.tap('#make-invitation')
  await phone.page.shows('邀请做好了')
  card = phone.page.card('button') ?? { title: '', path: '' }
  expect(readUrl(card.path).query).toMatchObject({ c: here.communityId })
  expect(readUrl(card.path).query.i).toMatch(/^[0-9a-z]{12}$/)
  for (const name of ['林晓雯', '小满']) expect(JSON.stringify(card) + phone.page.text()).not.toContain(name)
})

it('is its sender’s own when the sender opens it', async () => {
  const { page } = await tapped('mother')
  await page.shows('邀请做好了')
  expect(page.texts('.button')).toEqual(['发给家里人', '看看我的家庭'])
})

it('tells somebody new who invites and what it means, and takes a name', async () => {
  const { page } = await tapped('granny')
  await page.shows('林晓雯请您做一家人')
  await page.shows('您的身份是家人')
  expect(page.text()).not.toContain('小满')
  await page.tap('#accept-invitation')
  await page.shows('请写上称呼')
  await page.type('#invited-name', '王奶奶')
  await page.tap('#accept-invitation')
  await page.shows('好了，等对方确认')
})

it('says to a third person that it is used, and no name', async () => {
  const { page } = await tapped('stranger')
  await page.shows('这个邀请用过了')
  expect(page.text()).not.toContain('林晓雯')
})

it('is confirmed by name on the guardian’s page, who heard of it', async () => {
  const phone = await here.phoneOf('mother')
  const inbox = await phone.open('packages/resident/inbox/index')
  await inbox.shows('有人接受了您家的邀请')
  await inbox.tap('.notice-row', '有人接受了您家的邀请')
  await phone.page.shows('王奶奶接受了邀请')
  await phone.page.tap('#confirm-joining')
  await phone.page.shows('王奶奶家人')
  expect(phone.page.text()).not.toContain('接受了邀请')
})

it('shows the children to the family, who cannot change them', async () => {
  const { page } = await tapped('granny')
  await page.shows('已经是一家人了')
  const home = await household('granny')
  await home.shows('小满')
  expect(home.texts('.button')).toEqual(['我要搬出去'])
})

it('asks once more about the age, and saves the answer', async () => {
  const page = await household('mother')
  await page.tap('.child-row', '小满')
  await page.tap('.chip', '7–9')
  await page.tap('#age-save')
  await page.shows('小满7–9 岁')
})

it('says what will be cancelled before consent is taken back, and then does it', async () => {
  const sessionId = await here.publish([seat({ ageBand: '7-9' })], SATURDAY)
  const phone = await here.openCard('mother', sessionId)
  await phone.page.tap('#verdict-button')
  await phone.page.shows('已报名 ✓')
  const page = await household('mother')
  await page.tap('.child-row', '小满')
  await page.tap('#withdraw-consent')
  await page.shows('这些会一起取消')
  expect(page.texts('.given-up-row')).toEqual([expect.stringContaining('周六绘本课')])
  expect(await here.held(sessionId)).toBe(1)
  await page.tap('#confirm-withdrawal')
  await page.shows('还没有添加孩子')
  expect(await here.held(sessionId)).toBe(0)
})

it('says what becomes of everything before somebody moves out, and then lets them', async () => {
  const page = await household('granny')
  await page.tap('#move-out')
  await page.shows('您会有一个自己的家庭')
  await page.tap('#confirm-leaving')
  await page.shows('王奶奶 (我)')
  expect(page.text()).not.toContain('林晓雯')
})

it('is over after a week, with a sentence and a way', async () => {
  const phone = await here.phoneOf('mother')
  await phone.open('packages/resident/household/index')
  await phone.page.tap('#invite')
  await phone.page.tap('#make-invitation')
  await phone.page.shows('邀请做好了')
  card = phone.page.card('button') ?? { title: '', path: '' }
  await here.api.moveClock(Date.now() + 8 * DAY)
  const { page } = await tapped('granny')
  await page.shows('这个邀请过期了')
  expect(page.texts('.button')).toEqual(['到首页'])
})

it('says that a link is cut off, or leads to nothing', async () => {
  const open = (query: Record<string, string>) =>
    Phone.launch(
      { scene: 1007, path: 'packages/resident/invitation/index', query },
      here.api.forPhoneOf('granny'),
    )
  await (await open({ c: here.communityId })).page.shows('链接不完整')
  await (await open({ c: here.communityId, i: 'zzzzzzzzzzzz' })).page.shows('没找到')
})
