import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where the pictures go, beside the sources and ignored by git. */
export const shots = path.resolve('test-results')

export async function launchChromium(): Promise<Browser> {
  // config/test.mjs looks for one and names it here.
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, headless: true, args: quiet })
}

/** A phone of the size the app is drawn for, in Chinese, on Shanghai time; each its own visitor. */
export async function openPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  })
  return context.newPage()
}

/** @returns the file's path, under test-results/ */
export async function shoot(page: Page, name: string): Promise<string> {
  mkdirSync(shots, { recursive: true })
  const file = path.join(shots, `${name}.png`)
  await page.screenshot({ path: file })
  return file
}
