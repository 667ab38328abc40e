import type { Browser, Page } from 'playwright-core'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE, WEEK, weekStart } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import { earnTen, startCommunity, type Community } from '../scenario/community'
import { moveClock, type Person, type RunningServer } from '../scenario/server'
import { launchChromium, openPhone, shoot } from './chromium'

const self = [{ kind: 'self' }]

let community: Community
let server: RunningServer
let browser: Browser
let cadre: Person
let communityId: string
const troubles: string[] = []

beforeAll(async () => {
  community = await startCommunity()
  ;({ server, cadre, communityId } = community)
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
  expect(troubles).toEqual([])
})

/** The phone of one of the demo's personas. */
async function phoneOf(persona: string): Promise<Page> {
  const page = await openPhone(browser)
  await page.addInitScript((code) => {
    // As storage of the app keeps it: a JSON text inside Taro's own wrapping.
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify(code) }))
  }, persona)
  page.on('pageerror', (error) => troubles.push(error.message))
  return page
}

const linkTo = (sessionId: string) => `${server.base}/pages/session/index?c=${communityId}&s=${sessionId}`
const verdict = (page: Page) => page.locator('#verdict-button')

const saturday = weekStart(Date.now() + WEEK) + 5 * DAY + 10 * HOUR

describe('a volunteer with a link from the group chat', () => {
  let sessionId: string
  beforeAll(async () => {
    await community.confirmed('volunteer', '陈建国')
    sessionId = await community.publish([post({ withChildren: true }), seat()], saturday)
  })

  it('sees what, when, where and how many are needed, and claims the post with one tap', async () => {
    const page = await phoneOf('volunteer')
    await page.goto(linkTo(sessionId))
    await verdict(page).getByText('我来认领').waitFor()
    const text = await page.locator('#session').innerText()
    for (const words of ['周六绘本课', '10:00', '社区图书室', '还差 2 人']) expect(text).toContain(words)
    const box = await verdict(page).boundingBox()
    expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThanOrEqual(667)
    await shoot(page, 'session-before-claim')
    await verdict(page).click()
    await page.getByText('已认领 ✓').first().waitFor()
    await shoot(page, 'session-claimed')
    await page.reload()
    await page.getByText('已认领 ✓').first().waitFor()
    const view = await cadre.do('getSession', { communityId, sessionId })
    expect(view.slots[0]?.places.held).toBe(1)
    await page.context().close()
  })

  it('is offered the waitlist, and nothing else, once the posts are taken', async () => {
    const view = await cadre.do('getSession', { communityId, sessionId })
    const other = await community.confirmed('elder', '何秀英')
    await other.do('bookSlot', { communityId, slotId: view.slots[0]?.id, party: self })
    await community.confirmed('parent-new', '周明')
    const page = await phoneOf('parent-new')
    await page.goto(linkTo(sessionId))
    await verdict(page).getByText(/候补/).waitFor()
    await verdict(page).click()
    await verdict(page).getByText('候补中·第 1 位').waitFor()
    await shoot(page, 'session-waitlist')
    await page.context().close()
  })

  it('who was never here before claims too, without a login and without joining first', async () => {
    const cleanUp = await community.publish([post({ title: '清洁志愿者', capacity: 5 })], saturday + DAY)
    const page = await phoneOf('visitor')
    await page.goto(linkTo(cleanUp))
    await verdict(page).getByText('我来认领').waitFor()
    await verdict(page).click()
    await page.getByText('已认领 ✓').first().waitFor()
    await page.context().close()
  })
})

describe('a parent before general opening', () => {
  let sessionId: string
  beforeAll(async () => {
    const parent = await community.confirmed('parent', '林晓雯')
    await parent.do('addChild', {
      communityId,
      nickname: '小满',
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
    await earnTen(community, parent, saturday - DAY)
    const other = await community.person('parent-new')
    await other.do('addChild', {
      communityId,
      nickname: '果果',
      ageBand: '3-6',
      consentVersion: CONSENT_VERSION,
    })
    const opensAt = new Date(saturday + 3 * DAY).toISOString()
    sessionId = await community.publish([seat({ price: 10, opensAt })], saturday + WEEK)
  })

  it('without points reads in a sentence when and how it will be possible', async () => {
    const page = await phoneOf('parent-new')
    await page.goto(linkTo(sessionId))
    await page.locator('.refusal').first().waitFor()
    const sentence = await page.locator('.refusal').first().innerText()
    expect(sentence).toMatch(/大家都能报/)
    expect(sentence).toMatch(/再攒 10 分/)
    await shoot(page, 'session-not-open-yet')
    await page.context().close()
  })

  it('with points books the child a place, and the statement shows what it cost', async () => {
    const page = await phoneOf('parent')
    await page.goto(linkTo(sessionId))
    await verdict(page)
      .getByText(/用 10 分/)
      .waitFor()
    await shoot(page, 'session-window')
    await verdict(page).click()
    await page.getByText('已报名 ✓').first().waitFor()
    await page.goto(`${server.base}/pages/points/index`)
    await page.locator('.statement-entry').first().waitFor()
    expect(await page.locator('.statement-entry').first().innerText()).toMatch(/[−-]10/)
    expect(await page.locator('#can-pay').innerText()).toMatch(/^0/)
    await shoot(page, 'points')
    await page.context().close()
  })

  it('gives the place back and has the points again', async () => {
    const page = await phoneOf('parent')
    await page.goto(linkTo(sessionId))
    await page.locator('#cancel-booking').first().click()
    await page.locator('#confirm-cancel').click()
    await verdict(page)
      .getByText(/用 10 分/)
      .waitFor()
    const view = await cadre.do('getSession', { communityId, sessionId })
    expect(view.slots[0]?.places.held).toBe(0)
    await page.context().close()
  })
})

describe('a link that names nothing', () => {
  it('leads home, in a sentence, instead of to a retry that cannot help', async () => {
    const page = await phoneOf('visitor')
    await page.goto(linkTo('nothing00000'))
    await page.getByText('这个链接打不开了').waitFor()
    await page.getByText('去首页看看').waitFor()
    await page.context().close()
  })
})

describe('a volunteer on the day', () => {
  const monday = saturday + 2 * DAY
  let sessionId: string
  beforeAll(async () => {
    sessionId = await community.publish([post({ title: '护学岗' })], monday)
    for (const persona of ['volunteer', 'elder']) {
      const helper = await community.person(persona)
      const view = await helper.do('getSession', { communityId, sessionId })
      await helper.do('bookSlot', { communityId, slotId: view.slots[0]?.id, party: self })
    }
    await moveClock(server.base, monday - 5 * MINUTE)
  })

  const openRoster = async (leader: Page) => {
    await leader.goto(`${server.base}/packages/cadre/roster/index?c=${communityId}&s=${sessionId}`)
    await leader.locator('.roster-row').first().waitFor()
  }
  const typeNumber = async (page: Page, leader: Page) => {
    const number = (await leader.locator('#check-in-code').innerText()).replace(/\D/g, '')
    for (const digit of number) await page.locator(`#key-${digit}`).click()
  }

  it('checks in and out by the number on the leader’s screen, and finds the points in the statement', async () => {
    const leader = await phoneOf('cadre')
    await openRoster(leader)
    await shoot(leader, 'roster-check-in')
    const page = await phoneOf('volunteer')
    await page.goto(linkTo(sessionId))
    await verdict(page).getByText('签到', { exact: true }).waitFor()
    await shoot(page, 'session-check-in')
    await verdict(page).click()
    await typeNumber(page, leader)
    await page.getByText('签到好了').waitFor()
    await shoot(page, 'checked-in')

    // Who has a camera opens what the code beside the number says.
    const other = await phoneOf('elder')
    await other.goto((await leader.locator('.qr-code').getAttribute('data-text')) ?? '')
    await other.getByText('签到好了').waitFor()
    await other.context().close()

    await moveClock(server.base, monday + 40 * MINUTE)
    await openRoster(leader)
    await page.goto(linkTo(sessionId))
    await page.locator('#to-check-out').click()
    await page.locator('#check-out').click()
    await typeNumber(page, leader)
    await page.getByText('签退好了').waitFor()
    await page.goto(linkTo(sessionId))
    await verdict(page).getByText('已签到 ✓').waitFor()
    await page.getByText('等领队确认。').waitFor()
    await page.locator('.held').getByText('已签退 ✓').waitFor()
    expect(await page.locator('#to-check-out').count()).toBe(0)
    expect(await page.locator('#cancel-booking').count()).toBe(0)

    await moveClock(server.base, monday + HOUR)
    await openRoster(leader)
    expect(await leader.locator('#closing-figures').innerText()).toMatch(/^2\s*报名\s*2\s*到场\s*0\s*没来$/)
    await leader.locator('#head-count input').fill('2')
    await shoot(leader, 'roster-closing')
    await leader.locator('#confirm-session').click()
    await leader.getByText('2 人到场，发出 20 分').waitFor()
    const rows = (await leader.locator('.roster-row').allInnerTexts()).join()
    // The clock has gone on by what the typing took.
    for (const words of [/早退 (20|19) 分钟/, /忘了签退，按计划结束算/]) expect(rows).toMatch(words)
    await shoot(leader, 'roster-closed')

    await page.goto(`${server.base}/pages/points/index`)
    const line = page.locator('.statement-entry').first()
    await line.waitFor()
    for (const words of ['周六绘本课', '现场签到', '+10']) expect(await line.innerText()).toContain(words)
    await page.context().close()
    await leader.context().close()
  })
})
