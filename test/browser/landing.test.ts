import type { Browser, Page } from 'playwright-core'
import { previewQuery } from '@/domain/card-preview'
import { DAY, HOUR, MINUTE, WEEK, weekStart } from '@/domain/time'
import { post } from '../cloud/calls'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium, openPhoneOf, shoot, type Phone } from './chromium'

const THURSDAY = weekStart(Date.now() + WEEK) + 3 * DAY + 16 * HOUR + 20 * MINUTE
const duty = { title: '放学护学岗', place: '附中东门', kind: 'traffic_duty' as const }

let community: Community
let browser: Browser
let sessionId: string
const phones: Phone[] = []

beforeAll(async () => {
  community = await startCommunity()
  browser = await launchChromium()
  const posts = [
    post({ title: '交通引导(东门)', capacity: 4 }),
    post({ title: '交通引导(西门)', capacity: 2 }),
  ]
  const safety = { riskNote: '穿反光背心，站在黄线里。', insurance: '社区已买志愿者保险' }
  sessionId = await community.publish(posts, THURSDAY, { ...duty, ...safety })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
  expect(phones.flatMap((it) => it.troubles)).toEqual([])
})

const newPhone = async (persona: string, options = {}) => {
  const phone = await openPhoneOf(browser, persona, options)
  phones.push(phone)
  return phone
}

const linkTo = (more: Record<string, string> = {}) =>
  `${community.server.base}/pages/session/index?${new URLSearchParams({ c: community.communityId, s: sessionId, ...more }).toString()}`
const preview = previewQuery({ ...duty, startsAt: THURSDAY, endsAt: THURSDAY + HOUR })
const card = () => linkTo({ h: 'abc123', ...preview })
const button = (page: Page) => page.locator('#verdict-button')

it('claims a post from a card with one tap, and asks once before the button is live', async () => {
  const { page, calls } = await newPhone('visitor')
  await page.goto(card())
  await button(page)
    .getByText(/^(我来)?认领/)
    .waitFor()
  const asked = calls.filter((it) => it !== 'openShare')
  expect(asked).toEqual(['getSession'])
  let taps = 0
  await button(page).click()
  taps += 1
  await page.getByText('已认领 ✓').first().waitFor()
  expect(taps).toBe(1)
  const claimed = calls.indexOf('bookSlot')
  console.info(`card to claimed post: ${taps} taps, ${calls.slice(0, claimed + 1).length} calls`)
  await shoot(page, 'landing-claimed')
  await page.context().close()
})

it.each([false, true])(
  'has the button in view on a small phone without scrolling, elder mode %s',
  async (elder) => {
    const { page } = await newPhone('volunteer', { elder })
    await page.goto(card())
    await button(page)
      .getByText(/^(我来)?认领/)
      .waitFor()
    const box = await button(page).boundingBox()
    expect(box?.y ?? 1000).toBeGreaterThan(0)
    expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThanOrEqual(667)
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(elder ? 60 : 44)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await shoot(page, `landing-${elder ? 'elder' : 'plain'}`)
    await page.context().close()
  },
)

it('says what the card says while the network is slow, and does nothing at a tap', async () => {
  const { page, calls } = await newPhone('parent-new')
  let answer: () => void = () => undefined
  const slow = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/getSession', async (route) => {
    await slow
    await route.continue()
  })
  await page.goto(card())
  await page.getByText('放学护学岗').first().waitFor()
  await page.getByText('附中东门').first().waitFor()
  await page.locator('#looking').click({ force: true })
  await shoot(page, 'landing-first-look')
  expect(calls).not.toContain('bookSlot')
  answer()
  await button(page)
    .getByText(/^(我来)?认领/)
    .waitFor()
  await page.context().close()
})

it('hands what was claimed to the calendar as a file', async () => {
  const { page } = await newPhone('elder')
  await page.goto(card())
  await button(page)
    .getByText(/^(我来)?认领/)
    .waitFor()
  await button(page).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#to-calendar').click()])
  expect(download.suggestedFilename()).toBe('放学护学岗.ics')
  await page.context().close()
})

it('shows who tries it out, in a tab beside the app, what WeChat would show', async () => {
  const { page } = await newPhone('visitor')
  await page.goto(community.server.base)
  await page.locator('#persona-switch').click()
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('#demo-platform').click(),
  ])
  await tab.getByText('群里的动态卡片').waitFor()
  expect(new URL(tab.url()).pathname).toBe('/demo/platform')
  const wide = () => tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  for (const width of [375, 1200]) {
    await tab.setViewportSize({ width, height: 667 })
    expect(await wide()).toBeLessThanOrEqual(0)
  }
  await shoot(tab, 'demo-platform')
})
