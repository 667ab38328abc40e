import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openPhone } from '../browser/chromium'
import type { Container, Launch } from './container'

/** One person with the mini-program open in a browser. */
export interface Visit {
  page: Page
  /** What the page in front shows; pages below it stay in the document. */
  front: Locator
  /** Taps what has the id, or the text, on the page in front. */
  tap(what: string): Promise<void>
  shows(text: string | RegExp): Promise<void>
  tab(title: string): Promise<void>
  close(): Promise<void>
}

const FRONT = '.frame:not([hidden])'

export async function visit(
  browser: Browser,
  container: Container,
  launch: Launch,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const page = await openPhone(browser, options)
  const front = page.locator(FRONT)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(container.addressOf(launch))
  return {
    page,
    front,
    tap: (what) => (what.startsWith('#') ? front.locator(what) : front.getByText(what)).first().tap(),
    shows: (text) => front.getByText(text).first().waitFor(),
    tab: (title) => page.locator('#tabs').getByText(title).tap(),
    close: async () => {
      await page.context().close()
      if (troubles.length > 0) throw new Error(`The mini-program broke: ${troubles.join('; ')}`)
    },
  }
}
