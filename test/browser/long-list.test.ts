import type { Browser, Locator, Page } from 'playwright-core'
import { DAY, HOUR, WEEK, weekStart, type Instant } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { startContainer, type Container } from '../container/container'
import { sentSince } from '../container/set-data'
import { visit } from '../container/visit'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium, openPhone } from './chromium'

jest.setTimeout(120_000)

const ROWS = 120
const ROWS_IN_PAGE = 20
// In view, two screens before and after it, and what of the parts they are in is beyond.
const MOST_DRAWN = 50

let community: Community
let container: Container
let browser: Browser

beforeAll(async () => {
  community = await startCommunity()
  const monday = weekStart(Date.now() + 2 * WEEK)
  for (const hour of [10, 15]) await publishDaily(monday + hour * HOUR, ROWS / 2)
  await community.confirmed('volunteer', '陈建国')
  container = await startContainer(community.server.base)
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await container.stop()
  await community.stop()
})

async function publishDaily(from: Instant, days: number): Promise<void> {
  const sessions = Array.from({ length: days }, (_, day) => ({
    startsAt: new Date(from + day * DAY).toISOString(),
    endsAt: new Date(from + day * DAY + HOUR).toISOString(),
  }))
  const call = pictureBookClass(community.communityId, from, [post()])
  await community.cadre.do('publishCall', { ...call, sessions })
}

/** A list on a page that scrolls, in either world. */
class List {
  constructor(
    private readonly page: Page,
    private readonly scroller: Locator,
  ) {}

  rows = () => this.scroller.locator('.session-row')
  nodes = () => this.scroller.locator('*').count()
  height = () => this.scroller.evaluate((it) => it.scrollHeight)
  texts = () => this.rows().allInnerTexts()

  async scrollTo(top: number): Promise<void> {
    await this.scroller.evaluate((it, to) => it.scrollTo({ top: to }), top)
    await this.page.waitForTimeout(400)
  }

  /** Nodes of the page once what is far has been let go: on a busy machine that comes a little later. */
  async settledNodes(): Promise<number> {
    const counted: number[] = []
    do {
      await this.page.waitForTimeout(250)
      counted.push(await this.nodes())
    } while (new Set(counted.slice(-3)).size > 1 || counted.length < 3)
    return counted.at(-1) ?? 0
  }

  async toEnd(): Promise<void> {
    for (let before = -1, now = await this.height(); before !== now; now = await this.height()) {
      before = now
      await this.scrollTo(now)
    }
  }

  /** Every row there is, from the first to the last, each as it comes into view. */
  async readThrough(): Promise<string[]> {
    const seen = new Set<string>()
    const end = await this.height()
    for (let top = 0; top < end; top += 1200) {
      await this.scrollTo(top)
      for (const text of await this.texts()) seen.add(text)
    }
    return [...seen]
  }
}

describe('the feed, of six pages', () => {
  it('sends as much for the last page as for the second, draws what is near, and loses no row', async () => {
    const phone = await visit(browser, container, { persona: 'volunteer', path: 'pages/home/index' })
    const list = new List(phone.page, phone.front.locator('.scroller'))
    await list.rows().first().waitFor()
    const sent: number[] = []
    const nodes: number[] = []
    for (let page = 2; page <= ROWS / ROWS_IN_PAGE; page += 1) {
      await list.toEnd()
      await sentSince(phone)
      await phone.tap('#more')
      sent.push((await sentSince(phone)).bytes)
      await list.toEnd()
      nodes.push(await list.settledNodes())
    }
    expect(await phone.front.locator('#more').count()).toBe(0)
    const [second = 0, ...later] = sent
    expect(second).toBeGreaterThan(4096)
    expect(Math.max(...later)).toBeLessThan(1.5 * second)
    // One page may be told late that it is far away; all six drawn would be many times as much.
    expect(nodes.at(-1)).toBeLessThan(2.5 * (nodes[0] ?? 0))

    const height = await list.height()
    const all = await list.readThrough()
    expect(all).toHaveLength(ROWS)
    expect(await list.height()).toBe(height)

    await list.scrollTo(0)
    expect((await list.texts())[0]).toBe(all[0])
    expect(await list.rows().count()).toBeLessThanOrEqual(MOST_DRAWN)
    await list.rows().first().tap()
    await phone.shows('我来认领')
    await phone.close()
  })

  const inBrowser = async () => {
    const page = await openPhone(browser)
    await page.addInitScript(() => {
      localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify('volunteer') }))
    })
    await page.goto(community.server.base)
    const list = new List(page, page.locator('.taro_page').first())
    await list.rows().first().waitFor()
    return { page, list }
  }

  it('says when the next page could not be had, and has it at the next tap', async () => {
    const { page, list } = await inBrowser()
    await page.context().setOffline(true)
    await page.locator('#more').click()
    await page.locator('#more').getByText('没连上').waitFor()
    expect((await list.readThrough()).length).toBe(ROWS_IN_PAGE)
    await page.context().setOffline(false)
    await page.locator('#more').click()
    await page.locator('#more').getByText('看更多').waitFor()
    expect((await list.readThrough()).length).toBeGreaterThan(ROWS_IN_PAGE)
    await page.context().close()
  })

  it('draws only what is near in a browser, too', async () => {
    const { page, list } = await inBrowser()
    for (let shown = ROWS_IN_PAGE; shown < ROWS; shown += ROWS_IN_PAGE) {
      await list.toEnd()
      const more = page.locator('#more')
      if ((await more.count()) > 0) await more.click()
      await page.waitForTimeout(400)
    }
    await list.toEnd()
    expect(await list.rows().count()).toBeLessThanOrEqual(MOST_DRAWN)
    expect(await list.readThrough()).toHaveLength(ROWS)
    await page.context().close()
  })
})
