import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { DAY, HOUR, MINUTE, WEEK, weekStart } from '@/domain/time'
import { post } from '../cloud/calls'
import { startCommunity, type Community } from '../scenario/community'
import { moveClock } from '../scenario/server'
import { launchChromium, openPhone, shoot } from './chromium'

jest.setTimeout(90_000)

const WEDNESDAY = weekStart(Date.now() + WEEK) + 2 * DAY + 16 * HOUR
const NAMES = Array.from({ length: 9 }, (_, index) => `neighbour-${index}`)

let community: Community
let browser: Browser
const troubles: string[] = []

beforeAll(async () => {
  community = await startCommunity()
  browser = await launchChromium()
  const { cadre, communityId, server } = community
  const people = []
  for (const name of NAMES) people.push(await community.confirmed(name, name))
  await moveClock(server.base, WEDNESDAY - DAY)
  const sessionId = await community.publish([post({ title: '东门', capacity: 8 })], WEDNESDAY)
  const { slots } = await cadre.do('getSession', { communityId, sessionId })
  const booked = people.slice(0, 8)
  for (const person of booked)
    await person.do('bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
  await cadre.do('revealRoster', { communityId, sessionId, why: '打电话联系' })
  await moveClock(server.base, WEDNESDAY - 5 * MINUTE)
  const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
  for (const person of booked.slice(0, 6)) await person.do('checkIn', { communityId, sessionId, code })
  await moveClock(server.base, WEDNESDAY + HOUR)
  const roster = await cadre.do('getRoster', { communityId, sessionId })
  const absent = roster.slots.flatMap(({ rows }) =>
    rows.filter((row) => row.checkedInAt === null).map((row) => row.attendeeId),
  )
  await cadre.do('confirmSession', { communityId, sessionId, headCount: 6, absent })
}, 180_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
  expect(troubles).toEqual([])
})

const WIDE = { viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false }

async function open(page: string, options: BrowserContextOptions = {}): Promise<Page> {
  const phone = await openPhone(browser, { viewport: { width: 375, height: 1300 }, ...options })
  await phone.addInitScript(() => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify('cadre') }))
  })
  phone.on('pageerror', (error) => troubles.push(error.message))
  await phone.goto(`${community.server.base}/packages/office/${page}/index`)
  return phone
}

it('shows what came of the year, and breaks down what is chosen', async () => {
  const page = await open('figures')
  await page.locator('[data-measure="attendances"]').getByText('6 人次').waitFor()
  for (const [measure, words] of [
    ['minutes', '6 小时'],
    ['noShow', '25%'],
    ['newcomers', '100%'],
  ] as const)
    expect(await page.locator(`[data-measure="${measure}"]`).innerText()).toContain(words)
  await page.locator('[data-measure="noShow"]').click()
  await page.getByText('占报了名的多少').waitFor()
  // Two were absent: of the year that may be said, of a month not.
  await page.getByText('不单列').first().waitFor()
  await page.locator('[data-measure="attendances"]').click()
  await shoot(page, 'figures')
  await page.context().close()
})

it('says in words who did what, and looks for a kind of it', async () => {
  const page = await open('audit')
  await page.getByText('结束了点名').waitFor()
  await shoot(page, 'audit')
  await page.getByText('看姓名', { exact: true }).click()
  await page.getByText('打电话联系').waitFor()
  expect(await page.getByText('结束了点名').count()).toBe(0)
  await page.getByText('导出', { exact: true }).click()
  await page.getByText('这样找没有记录').waitFor()
  await page.context().close()
})

it('can be read on a wide screen', async () => {
  for (const name of ['figures', 'audit']) {
    const page = await open(name, WIDE)
    await page
      .getByText(name === 'figures' ? '按类别' : '结束了点名')
      .first()
      .waitFor()
    await shoot(page, `${name}-wide`)
    await page.context().close()
  }
})
