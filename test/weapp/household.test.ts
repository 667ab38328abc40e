import { Neighbour } from './cloud-function'
import { Neighbourhood } from './neighbours'

// A family moves in: each test goes on where the last one ended.
let here: Neighbourhood
beforeAll(async () => {
  here = await Neighbourhood.found()
}, 120_000)
afterAll(() => here.close())

const household = async () => (await here.phoneOf('mother')).open('packages/resident/household/index')

it('shows a visitor what there is, and that booking is joining', async () => {
  const phone = await here.phoneOf('visitor')
  await phone.page.shows('现在没有活动')
  const page = await phone.open('pages/me/index')
  await page.shows('访客')
  expect(page.text()).not.toContain('工作台')
})

it('lets a visitor join by a name alone', async () => {
  const page = await household()
  await page.shows('先告诉我们怎么称呼您')
  await page.tap('#join-save')
  expect(page.text()).toContain('先告诉我们怎么称呼您')
  await page.type('#join-name', '林晓雯')
  await page.tap('#join-save')
  await page.shows('林晓雯 (我)')
})

it('takes the address, the door unseen, and says who has to confirm it', async () => {
  const page = await household()
  await page.shows('填好住址')
  await page.tap('#address-save')
  await page.shows('请填好再交')
  await page.type('#address-building', '3号楼')
  await page.type('#address-door', '501')
  await page.tap('#address-save')
  await page.shows('等社区确认')
  expect(page.text()).toContain('第一网格 · 3号楼')
  expect(page.text()).not.toContain('501')
})

it('adds a child by nickname and age, only with a guardian’s consent', async () => {
  const page = await household()
  await page.tap('#add-child')
  await page.type('#child-nickname', '小满')
  await page.tap('#child-save')
  await page.shows('请选孩子几岁')
  await page.tap('.chip', '3–6')
  await page.tap('#child-save')
  await page.shows('请先读一下并同意')
  await page.tap('#child-consent')
  await page.tap('#child-save')
  await page.shows('小满3–6 岁')
  expect(page.texts('.child-row')).toEqual(['小满3–6 岁'])
})

it('shows a cadre who waits to be confirmed, and confirms with one tap', async () => {
  const phone = await here.phoneOf('cadre')
  await phone.page.tap('#to-desk')
  await phone.page.shows('1住户确认')
  await phone.page.tap('#members-open')
  await phone.page.shows('林晓雯')
  expect(phone.page.texts('.door-card')).toEqual([expect.stringContaining('3号楼')])
  expect(phone.page.text()).toContain('第一网格')
  await phone.page.tap('.button', '确认住户')
  await phone.page.shows('林晓雯确认好了')
  await phone.page.tap('.chip', '已确认')
  await phone.page.shows('第一网格 · 3号楼')
  expect(phone.page.texts('.members-list').join()).toContain('林晓雯')
})

it('tells the resident of it, in the inbox and on the page about oneself', async () => {
  const phone = await here.phoneOf('mother')
  const page = await phone.open('pages/me/index')
  await page.shows('社区已确认')
  expect(page.text()).toContain('凤凰山社区 · 居民')
  await page.tap('#to-inbox')
  await phone.page.shows('社区确认了您的住址')
})

it('shows a resident nothing of a cadre’s pages but a sentence', async () => {
  const phone = await here.phoneOf('mother')
  for (const name of ['cadre/desk', 'cadre/publish', 'office/members']) {
    const page = await phone.open(`packages/${name}/index`)
    await page.shows('社区干部')
    expect(page.texts('.button')).toEqual([expect.stringContaining('首页')])
  }
})

describe('where there are two communities', () => {
  it('lets one look at the other, join it, and come back', async () => {
    const other = await here.anotherCommunity('梧桐里社区')
    const phone = await here.phoneOf('mother')
    await phone.page.tap('.home-name')
    const { page } = phone
    await page.shows('梧桐里社区')
    expect(page.text()).toContain('正在看')
    await page.tap('.button', '加入')
    await page.type('#join-name', '林晓雯')
    await page.tap('#join-save')
    await phone.page.shows('梧桐里社区')
    const { memberships } = await new Neighbour(here.api, 'mother').do('whoAmI', {})
    expect(memberships.map((it) => it.communityId).sort()).toEqual([here.communityId, other].sort())
    const again = await phone.open('packages/resident/community/index')
    await again.shows('正在看')
    await again.tap('.option', '凤凰山社区')
    await phone.page.shows('凤凰山社区')
  })

  it('refuses a code that is not valid, in a sentence', async () => {
    const page = await (await here.phoneOf('mother')).open('packages/resident/community/index')
    await page.tap('#have-code')
    await page.type('#community-code', 'AAAA-BBBB-CCCC')
    await page.type('#admin-name', '林晓雯')
    await page.tap('#code-save')
    await page.shows('这个码不对，或者已经用过了')
  })
})
