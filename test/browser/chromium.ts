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

export interface Phone {
  page: Page
  /** actions asked of the API so far, but signing in */
  calls: string[]
  /** what a page threw */
  troubles: string[]
}

/** A phone on which the app was never open, in the hands of a demo's persona. */
export async function openPhoneOf(
  browser: Browser,
  persona: string,
  { elder = false, ...options }: BrowserContextOptions & { elder?: boolean } = {},
): Promise<Phone> {
  const page = await openPhone(browser, options)
  await page.addInitScript(
    (kept) => {
      // As storage of the app keeps it: a JSON text inside Taro's own wrapping.
      for (const [key, value] of Object.entries(kept))
        localStorage.setItem(`linli:${key}`, JSON.stringify({ data: JSON.stringify(value) }))
    },
    { persona, elder },
  )
  const phone: Phone = { page, calls: [], troubles: [] }
  page.on('pageerror', (error) => phone.troubles.push(error.message))
  page.on('request', (request) => {
    const action = /\/api\/(\w+)$/.exec(new URL(request.url()).pathname)?.[1]
    if (action && action !== 'signIn') phone.calls.push(action)
  })
  return phone
}

/** @returns the file's path, under test-results/ */
export async function shoot(page: Page, name: string): Promise<string> {
  mkdirSync(shots, { recursive: true })
  const file = path.join(shots, `${name}.png`)
  await page.screenshot({ path: file })
  return file
}
