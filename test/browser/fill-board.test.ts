import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { DAY, HOUR, MINUTE, WEEK, weekStart } from '@/domain/time'
import { post } from '../cloud/calls'
import { startCommunity, type Community } from '../scenario/community'
import { moveClock } from '../scenario/server'
import { launchChromium, openPhone, shoot, shots } from './chromium'

jest.setTimeout(90_000)

const self = [{ kind: 'self' }]
const WEDNESDAY = weekStart(Date.now() + WEEK) + 2 * DAY + 16 * HOUR
/** when the call goes out */
const NOON = weekStart(Date.now() + WEEK) + 12 * HOUR

let community: Community
let browser: Browser
let sessionId: string
let slots: string[]
const troubles: string[] = []

const names = Array.from({ length: 7 }, (_, index) => `neighbour-${index}`)

beforeAll(async () => {
  community = await startCommunity()
  const { cadre, communityId } = community
  browser = await launchChromium()
  await community.confirmed('volunteer', '陈建国')
  for (const name of names) await community.confirmed(name, name)
  await moveClock(community.server.base, NOON)
  const gates = [post({ title: '东门', capacity: 4 }), post({ title: '西门', capacity: 4 })]
  sessionId = await community.publish(gates, WEDNESDAY)
  const view = await cadre.do('getSession', { communityId, sessionId })
  slots = view.slots.map((slot) => slot.id)
}, 180_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
  expect(troubles).toEqual([])
})

async function open(persona: string, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPhone(browser, { viewport: { width: 375, height: 1500 }, ...options })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript((code) => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify(code) }))
  }, persona)
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(community.server.base + url)
  return page
}

const query = () => `?c=${community.communityId}&s=${sessionId}`
const openBoard = (options?: BrowserContextOptions) =>
  open('cadre', `/packages/office/board/index${query()}`, options)
const curveOf = (page: Page) => page.locator('.step-chart').getAttribute('aria-label')
const stairOf = (page: Page) =>
  page
    .locator('.step-chart-stair')
    .evaluate((it) => getComputedStyle(it).getPropertyValue('-webkit-mask-image'))

async function bookAt(minute: number, who: string, slot: number, shareId?: string): Promise<void> {
  await moveClock(community.server.base, NOON + minute * MINUTE)
  const person = await community.person(who)
  const { communityId } = community
  await person.do('bookSlot', { communityId, slotId: slots[slot], party: self, ...(shareId && { shareId }) })
}

it('is one tap from the desk', async () => {
  const page = await open('cadre', '/packages/cadre/desk/index')
  await page.getByText('看招满进度').click()
  await page.locator('#board-taken').getByText('0/8').waitFor()
  expect(await stairOf(page)).toContain('svg')
  await page.context().close()
})

it('sends a link that shows what it brings: opened, booked, and the curve has risen', async () => {
  const page = await openBoard()
  await page.locator('#share-group input').fill('1号群')
  await page.locator('#board-share').click()
  await page.getByText('链接复制好了').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/&h=[0-9a-z]{6}$/)
  await page.getByText('1号群').first().waitFor()
  const before = [await curveOf(page), await stairOf(page)]

  await moveClock(community.server.base, NOON + 3 * MINUTE)
  const phone = await open('volunteer', link.slice(community.server.base.length))
  await phone.locator('#verdict-button').getByText(/认领/).waitFor()
  await phone.locator('#verdict-button').click()
  await phone.getByText('已认领 ✓').first().waitFor()
  await phone.context().close()

  await page.reload()
  await page.locator('#board-taken').getByText('1/8').waitFor()
  const after = [await curveOf(page), await stairOf(page)]
  expect(after[0]).toContain('报上 1 个')
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).not.toBe(before[1])
  const shares = await page.locator('#board-shares').innerText()
  expect(shares).toMatch(/1号群[\s\S]*打开 1 次[\s\S]*1 人/)
  await page.context().close()
})

it('makes a poster with a code that leads to the session, and counts it as a share', async () => {
  const page = await openBoard()
  await page.locator('#board-poster').click()
  await page.locator('#poster-sheet img').waitFor()
  await shoot(page, 'poster')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#poster-keep').click()])
  expect(download.suggestedFilename()).toMatch(/海报\.png$/)
  writeFileSync(path.join(shots, 'poster-file.png'), readFileSync((await download.path()) ?? ''))
  await page.getByText('图片存好了').waitFor()
  await page.context().close()
})

it('shows a call as it fills, and what is stuck after the half hour', async () => {
  const other = 'b2b2b2'
  await community.cadre.do('recordShare', {
    ...{ communityId: community.communityId, sessionId, shareId: other, group: '2号群' },
  })
  await bookAt(5, 'neighbour-0', 0, other)
  await bookAt(7, 'neighbour-1', 0, other)
  await bookAt(11, 'neighbour-2', 1)
  await bookAt(16, 'neighbour-3', 0, other)
  await moveClock(community.server.base, NOON + 18 * MINUTE)
  const early = await openBoard()
  await early.getByText(/1[56] 分钟招满/).waitFor()
  await early.getByText('还差 3').waitFor()
  await shoot(early, 'fill-board-18-minutes')
  await early.context().close()
  await bookAt(33, 'neighbour-4', 1)
  await moveClock(community.server.base, NOON + 42 * MINUTE)
  const page = await openBoard()
  await page.locator('.chip.hands').getByText('还差 2').waitFor()
  expect(await curveOf(page)).toContain('半小时报上 5 个')
  await shoot(page, 'fill-board')
  await page.context().close()
})

it('is readable at night, in large letters, and on a wide screen', async () => {
  const night = await openBoard({ colorScheme: 'dark' })
  await night.locator('.step-chart').waitFor()
  await shoot(night, 'fill-board-dark')
  await night.context().close()
  const wide = await openBoard({ viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false })
  await wide.locator('.step-chart').waitFor()
  await shoot(wide, 'fill-board-wide')
  await wide.evaluate(() => localStorage.setItem('linli:elder', JSON.stringify({ data: 'true' })))
  await wide.setViewportSize({ width: 375, height: 2000 })
  await wide.reload()
  await wide.locator('.elder .step-chart').waitFor()
  await shoot(wide, 'fill-board-elder')
  await wide.context().close()
})

it('keeps its first hour when days have gone by', async () => {
  await moveClock(community.server.base, NOON + 26 * HOUR)
  const page = await openBoard()
  await page.getByText('头一小时').click()
  await page.getByText('60 分').waitFor()
  await shoot(page, 'fill-board-first-hour')
  await page.getByText('全部', { exact: true }).click()
  await page
    .getByText(/小时$|天$/)
    .first()
    .waitFor()
  await shoot(page, 'fill-board-all')
  await page.context().close()
})
