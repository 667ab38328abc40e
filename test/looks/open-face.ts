import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openPhone } from '../browser/chromium'
import type { Look } from './look'
import type { Face } from './face'
import type { Stage } from './stage'

const HEIGHT = 667
const WITHIN = 20_000

/** The phones of the personas, each with its text size, kept open from page to page. */
export class Phones {
  private readonly pages = new Map<string, Page>()

  constructor(
    private readonly browser: Browser,
    private readonly stage: Stage,
    /** programs that every page has from its start */
    private readonly scripts: string[] = [],
  ) {}

  /** Opens a page afresh; it then has loaded, and nothing on it moves any more. */
  async open(face: Face, elder: boolean): Promise<Page> {
    const page = await this.phoneOf(face.persona, elder)
    const query = face.query ? `?${this.stage.queries[face.query]}` : ''
    await page.goto(`${this.stage.server.base}/${face.page}${query}`)
    await page.locator(face.ready).first().waitFor({ timeout: WITHIN })
    await settled(page)
    for (const selector of face.taps ?? []) {
      await page.locator(selector).first().click()
      await settled(page)
    }
    return page
  }

  async close(): Promise<void> {
    await Promise.all([...this.pages.values()].map((page) => page.context().close()))
  }

  private async phoneOf(persona: string, elder: boolean): Promise<Page> {
    const key = `${persona} ${elder}`
    const known = this.pages.get(key)
    if (known) return known
    const page = await openPhone(this.browser, { deviceScaleFactor: 1 })
    await prepare(page.context(), { persona, elder }, this.scripts)
    this.pages.set(key, page)
    return page
  }
}

async function prepare(context: BrowserContext, kept: object, scripts: string[]): Promise<void> {
  await context.addInitScript((values) => {
    // As storage of the app keeps it: a JSON text inside Taro's own wrapping.
    for (const [key, value] of Object.entries(values))
      localStorage.setItem(`linli:${key}`, JSON.stringify({ data: JSON.stringify(value) }))
  }, kept)
  for (const content of scripts) await context.addInitScript({ content })
}

/** Without loading the page again: width and colours are a matter of style alone. */
export async function putOn(page: Page, { width, dark }: Look, height = HEIGHT): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height })
  await settled(page)
}

// Nothing is being fetched, and what is drawn stays as it is for a few frames.
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const seen = () => document.body.innerHTML.length
        const before = seen()
        const skeleton = document.querySelector('.skeleton, .button.busy')
        setTimeout(() => resolve(!skeleton && before === seen() && document.fonts.status === 'loaded'), 80)
      }),
    undefined,
    { timeout: WITHIN, polling: 20 },
  )
}
