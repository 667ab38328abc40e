import type { Browser, Page } from 'playwright-core'
import { CONSENT_VERSION } from '@/domain/child'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium, openPhone } from './chromium'

jest.setTimeout(90_000)

let community: Community
let browser: Browser
const troubles: string[] = []

beforeAll(async () => {
  community = await startCommunity()
  browser = await launchChromium()
  const parent = await community.confirmed('parent', '林晓雯')
  const { communityId } = community
  await parent.do('addChild', {
    communityId,
    nickname: '小满',
    ageBand: '3-6',
    consentVersion: CONSENT_VERSION,
  })
}, 180_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
  expect(troubles).toEqual([])
})

async function open(persona: string, url: string): Promise<Page> {
  const page = await openPhone(browser)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript((code) => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify(code) }))
  }, persona)
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(new URL(url, community.server.base).href)
  return page
}
const HOUSEHOLD = '/packages/resident/household/index'

it('brings a grandmother into the family by a plain link, from one phone to the other', async () => {
  const mother = await open('parent', HOUSEHOLD)
  await mother.locator('#invite').click()
  await mother.locator('.chip', { hasText: '家人' }).last().click()
  await mother.locator('#make-invitation').click()
  await mother.locator('#share-invitation').click()
  await mother.getByText('链接复制好了').waitFor()
  const link = await mother.evaluate(() => navigator.clipboard.readText())

  const granny = await open('visitor', link)
  await granny.getByText('林晓雯请您做一家人').waitFor()
  expect(await granny.locator('body').innerText()).not.toContain('小满')
  // The button is in view without scrolling.
  const button = await granny.locator('#accept-invitation').boundingBox()
  expect((button?.y ?? 667) + (button?.height ?? 0)).toBeLessThan(667)
  await granny.locator('#invited-name input').fill('王奶奶')
  await granny.locator('#accept-invitation').click()
  await granny.getByText('好了，等对方确认').waitFor()

  const third = await open('volunteer', link)
  await third.getByText('这个邀请用过了').waitFor()

  await mother.goto(community.server.base + HOUSEHOLD)
  await mother.getByText('王奶奶接受了邀请').waitFor()
  await mother.locator('#confirm-joining').click()
  await mother.locator('.member-row', { hasText: '王奶奶' }).waitFor()

  await granny.goto(community.server.base + HOUSEHOLD)
  await granny.getByText('小满').waitFor()
  expect(await granny.locator('#add-child, #invite').count()).toBe(0)
})

it('says so when there is no network, and goes on when it is back', async () => {
  const mother = await open('parent', HOUSEHOLD)
  await mother.locator('#invite').click()
  await mother.locator('#make-invitation').click()
  await mother.locator('#share-invitation').waitFor()
  const link = mother.url()
  const other = await openPhone(browser)
  await other.addInitScript(() => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify('elder') }))
  })
  await other.route('**/api/getInvitation', (route) => route.abort())
  await other.goto(link)
  await other.getByText('网络没通').waitFor()
  await other.unroute('**/api/getInvitation')
  await other.getByText('再试一次', { exact: true }).click()
  await other.getByText('林晓雯请您做一家人').waitFor()
})
