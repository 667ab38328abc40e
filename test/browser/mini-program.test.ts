import type { Browser } from 'playwright-core'
import { DAY, HOUR, WEEK, weekStart } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { startContainer, type Container } from '../container/container'
import { visit } from '../container/visit'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium, shoot } from './chromium'

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

async function publish(slots: object[], startsAt: number): Promise<string> {
  const call = pictureBookClass(community.communityId, startsAt, slots)
  const { sessionIds } = await community.cadre.do('publishCall', call)
  return sessionIds[0] ?? ''
}

/** A tap on the card of a session in the group chat. */
function openCard(persona: string, sessionId: string) {
  const query = { c: community.communityId, s: sessionId }
  return visit(browser, container, { persona, path: 'pages/session/index', query, scene: CARD_IN_CHAT })
}

describe('a volunteer with a card in the group chat', () => {
  it('claims the post by one tap, in view without scrolling, and finds it in the schedule', async () => {
    await community.confirmed('volunteer', '陈建国')
    const sessionId = await publish([post({ capacity: 2 }), seat()], saturday)
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
