import type { Browser } from 'playwright-core'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, WEEK, weekStart } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import { startContainer, type Container } from '../container/container'
import { visit } from '../container/visit'
import { earnTen, startCommunity, type Community } from '../scenario/community'
import { launchChromium, shoot } from './chromium'

jest.setTimeout(90_000)

let community: Community
let container: Container
let browser: Browser

beforeAll(async () => {
  community = await startCommunity()
  container = await startContainer(community.server.base)
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await container.stop()
  await community.stop()
})

const saturday = weekStart(Date.now() + WEEK) + 5 * DAY + 10 * HOUR
const CARD_IN_CHAT = 1007

/** A tap on the card of a session in the group chat. */
function openCard(persona: string, sessionId: string) {
  const query = { c: community.communityId, s: sessionId }
  return visit(browser, container, { persona, path: 'pages/session/index', query, scene: CARD_IN_CHAT })
}

describe('a volunteer with a card in the group chat', () => {
  it('claims the post by one tap, in view without scrolling, and finds it in the schedule', async () => {
    await community.confirmed('volunteer', '陈建国')
    const sessionId = await community.publish([post({ capacity: 2 }), seat()], saturday)
    const phone = await openCard('volunteer', sessionId)
    const button = phone.front.locator('#verdict-button')
    await button.getByText('我来认领').waitFor()
    const box = await button.boundingBox()
    expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThanOrEqual(667)
    for (const words of ['周六绘本课', '社区图书室', '还差 2 人']) await phone.shows(words)
    await shoot(phone.page, 'weapp-session')
    await phone.tap('#verdict-button')
    await phone.shows('已认领 ✓')
    await shoot(phone.page, 'weapp-claimed')
    await phone.page.getByLabel('回首页').tap()
    await phone.shows('周六绘本课')
    await shoot(phone.page, 'weapp-home')
    await phone.tab('日程')
    await phone.shows('周六绘本课')
    await phone.shows('领读志愿者')
    await shoot(phone.page, 'weapp-schedule')
    const view = await community.cadre.do('getSession', { communityId: community.communityId, sessionId })
    expect(view.slots[0]?.places.held).toBe(1)
    await phone.close()
  })
})

describe('a cadre who is short of hands', () => {
  it('publishes from a template, sees the call on the desk, and the roster fill from the card', async () => {
    const phone = await visit(browser, container, { persona: 'cadre', path: 'pages/me/index' })
    await phone.tap('#to-desk')
    await phone.tap('#publish-open')
    await phone.shows('发一个什么招募')
    await shoot(phone.page, 'weapp-templates')
    await phone.tap('#publish-template-traffic_duty')
    await phone.shows('2 个岗位')
    await shoot(phone.page, 'weapp-publish')
    await phone.tap('#publish-submit')
    await phone.shows('发出去了')
    await phone.tap('#publish-share')
    const [card] = await phone.page.evaluate(() => window.phone.cards)
    expect(card?.title).toContain('放学护学岗')
    await shoot(phone.page, 'weapp-published')

    const { pathname, searchParams } = new URL(card?.path ?? '', 'card:///')
    const sessionId = searchParams.get('s') ?? ''
    expect(pathname).toBe('/pages/session/index')
    const volunteer = await openCard('elder', sessionId)
    await volunteer.tap('#verdict-button')
    await volunteer.shows('已认领 ✓')
    await volunteer.close()

    await phone.page.getByLabel('返回').tap()
    await phone.shows('放学护学岗')
    await phone.shows('1/2')
    await shoot(phone.page, 'weapp-desk')
    await phone.tap('#desk .call-card >> text=名单')
    await phone.shows('交通引导(东门)')
    await shoot(phone.page, 'weapp-roster')
    await phone.close()
  })
})

describe('a parent before general opening', () => {
  let sessionId: string
  beforeAll(async () => {
    const parent = await community.confirmed('parent', '林晓雯')
    await parent.do('addChild', {
      communityId: community.communityId,
      nickname: '小满',
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
    const opensAt = new Date(saturday + 3 * DAY).toISOString()
    sessionId = await community.publish([seat({ price: 10, opensAt })], saturday + WEEK)
  })

  it('reads why not yet and how it would be possible, and books by points once they are earned', async () => {
    const phone = await openCard('parent', sessionId)
    const refusal = phone.front.locator('.refusal').first()
    await refusal.waitFor()
    expect(await refusal.innerText()).toMatch(/大家都能报.*再攒 10 分/s)
    await shoot(phone.page, 'weapp-not-open-yet')
    await earnTen(community, await community.person('parent'), saturday - DAY)
    await phone.page.evaluate(() => window.phone.pullDown())
    await phone.shows(/用 10 分/)
    await shoot(phone.page, 'weapp-window')
    await phone.tap('#verdict-button')
    await phone.shows('已报名 ✓')
    await phone.page.getByLabel('回首页').tap()
    await phone.tab('积分')
    expect(await phone.front.locator('.statement-entry').first().innerText()).toMatch(/[−-]10/)
    await shoot(phone.page, 'weapp-points')
    await phone.close()
  })
})
