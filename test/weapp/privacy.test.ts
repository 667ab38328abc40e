import { readFileSync } from 'node:fs'
import path from 'node:path'
import { post } from '../cloud/calls'
import { Neighbourhood, SATURDAY } from './neighbours'

let here: Neighbourhood
let sessionId: string
beforeAll(async () => {
  here = await Neighbourhood.found()
  sessionId = await here.publish([post({ capacity: 1 })], SATURDAY)
}, 120_000)
afterAll(() => here.close())

it('asks the platform to wait for an answer', () => {
  const app = JSON.parse(readFileSync(path.resolve('dist/weapp/app.json'), 'utf8')) as object
  expect(app).toMatchObject({ __usePrivacyCheck__: true })
})

describe('the privacy guide', () => {
  it('is asked for on the page that is shown, and agreed to by the button the platform knows', async () => {
    const phone = await here.phoneOf('visitor')
    expect(phone.page.text()).not.toContain('用之前问一声')
    const answer = phone.needPrivacy()
    await phone.page.shows('用之前问一声')
    await phone.page.fire('#privacy-agree', 'agreeprivacyauthorization')
    expect(await answer).toEqual({ event: 'agree', buttonId: 'privacy-agree' })
    expect(phone.page.text()).not.toContain('用之前问一声')
  })

  it('may be refused, and all else goes on; the next time it is asked for again', async () => {
    const phone = await here.phoneOf('visitor')
    const refused = phone.needPrivacy()
    await phone.page.shows('不同意也能照常报名')
    await phone.page.tap('#privacy-refuse')
    expect(await refused).toEqual({ event: 'disagree' })
    const again = phone.needPrivacy()
    await phone.page.shows('用之前问一声')
    await phone.page.tap('.sheet-close')
    expect(await again).toEqual({ event: 'disagree' })
  })

  it('is asked for over a page of a package too', async () => {
    const phone = await here.phoneOf('visitor')
    const page = await phone.open('packages/resident/privacy/index')
    await page.shows('存了什么，做什么用')
    const answer = phone.needPrivacy()
    await page.shows('用之前问一声')
    await page.tap('#privacy-refuse')
    expect(await answer).toEqual({ event: 'disagree' })
  })
})

describe('my data', () => {
  const open = async (who = 'lin') => (await here.phoneOf(who)).open('packages/resident/my-data/index')

  it('tells a stranger that nothing is kept', async () => {
    await (await open('stranger')).shows('这里什么都没存')
  })

  it('unfolds what is kept, and leaves a number of one’s own will', async () => {
    await here.resident('lin', '林晓月')
    const page = await open()
    await page.shows('没有留')
    await page.tap('#kept-profile')
    await page.shows('林晓月')
    await page.tap('#my-phone')
    await page.type('#phone-number', '1381234')
    await page.tap('#phone-save')
    await page.shows('这个号码好像不对')
    await page.type('#phone-number', '13812345678')
    await page.tap('#phone-save')
    await page.shows('手机号13812345678')
    await page.tap('#my-phone')
    await page.tap('#phone-remove')
    await page.shows('手机号没有留')
  })

  it('tells before the end what it takes, and afterwards the phone is a newcomer’s', async () => {
    const { communityId } = here
    const slots = await here.slotIds(sessionId)
    const lin = await here.resident('lin', '林晓月')
    await lin.do('bookSlot', { communityId, slotId: slots[0], party: [{ kind: 'self' }] })
    const phone = await here.phoneOf('lin')
    const page = await phone.open('packages/resident/my-data/index')
    await page.tap('#to-leave')
    await page.shows('这些报名会取消')
    await page.shows('周六绘本课')
    await page.shows('要保存 10 年')
    await page.tap('#leave-go')
    expect(await here.held(sessionId)).toBe(1)
    await page.tap('#leave-known')
    await page.tap('#leave-go')
    await phone.page.shows('周六绘本课')
    expect(phone.page.text()).not.toContain('林晓月')
    expect(await here.held(sessionId)).toBe(0)
    expect(phone.kept.filter((key) => /listMyBookings|getHousehold|member/.test(key))).toEqual([])
    const me = await phone.open('pages/me/index')
    await me.shows('访客')
  })
})
