import type { Browser, Page, Route } from 'playwright-core'
import { DAY, HOUR, WEEK, weekStart } from '@/domain/time'
import { post } from '../cloud/calls'
import type { Person } from '../scenario/server'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium, openPhoneOf, shoot } from './chromium'

let community: Community
let browser: Browser
let neighbour: Person
let sessionId: string
let page: Page
let troubles: string[]
let hour = 0

beforeAll(async () => {
  community = await startCommunity()
  browser = await launchChromium()
  neighbour = await community.confirmed('volunteer', '陈建国')
}, 120_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
})

// Each on a duty of its own, in weeks of their own: two a week are all that a household may take.
beforeEach(async () => {
  hour += 1
  const at = weekStart(Date.now()) + hour * WEEK + 3 * DAY + 16 * HOUR
  sessionId = await community.publish([post({ title: '交通引导', capacity: 4 })], at, {
    title: '放学护学岗',
    place: '附中东门',
    kind: 'traffic_duty',
    riskNote: '穿反光背心，站在黄线里。',
    insurance: '社区已买志愿者保险',
  })
  const phone = await openPhoneOf(browser, 'volunteer')
  page = phone.page
  troubles = phone.troubles
})
afterEach(async () => {
  await page.context().close()
  expect(troubles).toEqual([])
})

const link = () => `${community.server.base}/pages/session/index?c=${community.communityId}&s=${sessionId}`
const button = () => page.locator('#verdict-button')
const claimable = () =>
  button()
    .getByText(/^(我来)?认领/)
    .waitFor()
const claimed = () => page.getByText('已认领 ✓').first().waitFor()
const says = (words: RegExp | string) => page.getByText(words).first().waitFor()
const waits = () => says(/先记下了/)

/** How many places the household holds, asked past the phone. */
async function held(): Promise<number> {
  const view = await neighbour.do('getSession', { communityId: community.communityId, sessionId })
  return view.slots[0]?.bookings.length ?? 0
}

/** The ids of the bookings that were sent, and what to do with each. */
async function onBooking(act: (route: Route, nth: number) => Promise<void>): Promise<string[]> {
  const ids: string[] = []
  await page.route('**/api/bookSlot', async (route) => {
    ids.push(route.request().headers()['x-request-id'] ?? '')
    await act(route, ids.length)
  })
  return ids
}

const goOnline = async () => {
  await page.context().setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

it('keeps a tap on a dead network, and books it once when the network is back', async () => {
  await page.goto(link())
  await claimable()
  await page.context().setOffline(true)
  await button().click()
  await waits()
  await shoot(page, 'bad-network-kept')
  // A second tap changes nothing: the button waits.
  await button().click({ force: true })
  expect(await held()).toBe(0)
  await goOnline()
  await claimed()
  await says('网络通了，放学护学岗的报名办好了。')
  await shoot(page, 'bad-network-sent')
  expect(await held()).toBe(1)
})

it('sends what waited when the app is opened again', async () => {
  const dead = await onBooking((route) => route.abort())
  await page.goto(link())
  await claimable()
  await button().click()
  await waits()
  await page.unroute('**/api/bookSlot')
  const ids = await onBooking((route) => route.continue())
  await page.goto(`${community.server.base}/pages/home/index`)
  await says('网络通了，放学护学岗的报名办好了。')
  expect(ids).toEqual([dead[0]])
  expect(await held()).toBe(1)
})

it('books once, though the answer was lost on the way', async () => {
  const ids = await onBooking(async (route, nth) => {
    if (nth > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.goto(link())
  await claimable()
  await button().click()
  await waits()
  expect(await held()).toBe(1)
  await goOnline()
  await claimed()
  expect(new Set(ids).size).toBe(1)
  expect(await held()).toBe(1)
})

it('can be told not to', async () => {
  await page.goto(link())
  await claimable()
  await page.context().setOffline(true)
  await button().click()
  await waits()
  await page.getByText('不送了').first().click()
  await goOnline()
  await claimable()
  expect(await held()).toBe(0)
})

it('says when it was refused in the end: somebody else was quicker', async () => {
  await page.goto(link())
  await claimable()
  await page.context().setOffline(true)
  await button().click()
  await waits()
  await community.cadre.do('cancelSession', {
    communityId: community.communityId,
    sessionId,
    cause: 'weather',
    note: '',
    dryRun: false,
  })
  await goOnline()
  await says(/没办成/)
  await shoot(page, 'bad-network-refused')
  expect(await held()).toBe(0)
})

it('gives up on an answer that takes half a minute, keeps the tap, and books once', async () => {
  let answer: () => void = () => undefined
  const late = new Promise<void>((resolve) => (answer = resolve))
  const ids = await onBooking(async (route, nth) => {
    if (nth === 1) await late
    await route.continue().catch(() => undefined)
  })
  await page.clock.install()
  await page.goto(link())
  await claimable()
  await button().click()
  while (ids.length === 0) await page.waitForTimeout(20)
  await page.clock.fastForward(30_000)
  await waits()
  await page.clock.fastForward(15_000)
  await claimed()
  answer()
  expect(new Set(ids).size).toBe(1)
  expect(await held()).toBe(1)
})

it('keeps the tap while the server answers 503, and books it when it can', async () => {
  const ids = await onBooking(async (route, nth) => {
    if (nth > 1) return route.continue()
    const error = { code: 'unavailable', message: 'busy' }
    await route.fulfill({
      status: 503,
      headers: { 'Retry-After': '1' },
      json: { ok: false, error, now: new Date().toISOString() },
    })
  })
  await page.goto(link())
  await claimable()
  await button().click()
  await waits()
  await goOnline()
  await claimed()
  expect(new Set(ids).size).toBe(1)
  expect(await held()).toBe(1)
})

it('is not put back by an older answer that comes late', async () => {
  await page.goto(link())
  await claimable()
  let answer: () => void = () => undefined
  const late = new Promise<void>((resolve) => (answer = resolve))
  let asked = 0
  // The page is read again behind a booking: that answer is on its way while the place is given back.
  await page.route('**/api/getSession', async (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    const old = await route.fetch()
    await late
    await route.fulfill({ response: old })
  })
  await button().click()
  await claimed()
  while (asked === 0) await page.waitForTimeout(20)
  await page.getByText('让出岗位').first().click()
  await page.locator('#confirm-cancel').click()
  while (asked < 2) await page.waitForTimeout(20)
  await page.waitForTimeout(200)
  answer()
  await claimable()
  await page.waitForTimeout(200)
  expect(await page.getByText('已认领 ✓').count()).toBe(0)
})

it('shows what it is waiting for on a weak network, and takes two taps for one', async () => {
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  const ids: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/bookSlot')) ids.push(request.headers()['x-request-id'] ?? '')
  })
  await page.goto(link())
  await page.locator('.skeleton').first().waitFor()
  await claimable()
  await button().dblclick()
  await claimed()
  expect(ids).toHaveLength(1)
  expect(await held()).toBe(1)
})

it('reads the last lists and the schedule on a dead network, and says of when they are', async () => {
  const { base } = community.server
  await page.goto(`${base}/pages/home/index`)
  await page.getByText('放学护学岗').first().waitFor()
  for (const [tab, mark] of [
    ['日程', '#schedule'],
    ['积分', '#points'],
    ['首页', '#home'],
  ] as const) {
    await page.getByText(tab, { exact: true }).last().click()
    await page.locator(mark).waitFor()
    await page.waitForLoadState('networkidle')
  }
  await page.context().setOffline(true)
  for (const [tab, mark] of [
    ['日程', '#schedule'],
    ['积分', '#points'],
    ['首页', '#home'],
  ] as const) {
    await page.getByText(tab, { exact: true }).last().click()
    await page
      .locator(mark)
      .getByText(/没有网络，显示的是/)
      .waitFor()
  }
  await shoot(page, 'bad-network-home')
})
