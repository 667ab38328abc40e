import type { Browser, Locator, Page } from 'playwright-core'
import { DAY, HOUR, WEEK, weekStart, yearOf } from '@/domain/time'
import { pickerDay } from '@/copy/calendar'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { startCommunity, type Community } from '../scenario/community'
import { launchChromium, openPhone, shoot } from './chromium'

let community: Community
let browser: Browser
let communityId: string
const troubles: string[] = []

beforeAll(async () => {
  community = await startCommunity()
  ;({ communityId } = community)
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await community.stop()
  expect(troubles).toEqual([])
})

const PHONE = { width: 375, height: 812 }
const WIDE = { width: 1280, height: 800 }

/** A screen of the first cadre, who is the community's admin too. */
async function screen(path: string, viewport = PHONE): Promise<Page> {
  const wide = viewport === WIDE
  const page = await openPhone(browser, { viewport, ...(wide && { isMobile: false, hasTouch: false }) })
  await page.addInitScript(() => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify('cadre') }))
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(`${community.server.base}/packages/${path}`)
  return page
}

/** Counts every tap it makes. */
function thumb(page: Page) {
  let taps = 0
  return {
    async tap(what: string | Locator) {
      await (typeof what === 'string' ? page.locator(what) : what).click()
      taps += 1
    },
    taps: () => taps,
  }
}

const feed = async () => (await community.cadre.do('listSessions', { communityId })).sessions
const write = (page: Page, field: string, text: string) =>
  page.locator(`${field} input, ${field} textarea`).fill(text)
const say = (line: string) => process.stdout.write(`${line}\n`)

describe('a cadre with four other things to do', () => {
  it('publishes from a template and has the text for the chat in a handful of taps', async () => {
    const page = await screen('cadre/desk/index')
    const { tap, taps } = thumb(page)
    await tap('#publish-open')
    await page.getByText('发一个什么招募').waitFor()
    await shoot(page, 'publish-templates')
    await tap('#publish-template-census')
    await write(page, '#at-activity-place', '河畔路 3 号院门口')
    await tap('#publish-submit')
    await page.getByText('发出去了').waitFor()
    await tap('#publish-copy')
    say(`publish from a template: ${taps()} taps`)
    expect(taps()).toBeLessThanOrEqual(8)
    await shoot(page, 'publish-done')
    const text = await page.locator('.link-text').first().innerText()
    for (const words of [
      '【人口普查入户帮手】',
      '河畔路 3 号院门口',
      '入户登记：要 20 人，到场 +30 分',
      '手机充好电',
    ])
      expect(text).toContain(words)
    expect(await feed()).toMatchObject([{ title: '人口普查入户帮手', cover: 'clipboard' }])
    await page.context().close()
  })

  it('publishes once, however quickly 发布 is tapped twice', async () => {
    const page = await screen('cadre/publish/index')
    await page.locator('#publish-template-tailor').click()
    await page.locator('#publish-submit').waitFor()
    await page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('#publish-submit')
      button?.click()
      button?.click()
    })
    await page.getByText('发出去了').waitFor()
    expect((await feed()).filter(({ title }) => title === '裁缝便民点')).toHaveLength(1)
    await page.context().close()
  })

  it('sees how much is too much, and where, before anything is sent', async () => {
    const page = await screen('cadre/publish/index')
    await page.locator('#publish-template-mediation').click()
    await write(page, '#at-activity-title', '长'.repeat(31))
    await page.locator('#at-activity-title').getByText('31/30').waitFor()
    await write(page, '#at-activity-place', '   ')
    await page.locator('#publish-submit').click()
    await page.getByText('有 2 处要改').waitFor()
    await page.locator('#at-activity-title').getByText('太长了').waitFor()
    await page.locator('#at-activity-place').getByText('这里要填').waitFor()
    await shoot(page, 'publish-faults')
    await write(page, '#at-activity-title', '调解台')
    await page.getByText('有 1 处要改').waitFor()
    await page.context().close()
  })

  it('finds the draft again, and sees it as a resident will', async () => {
    const page = await screen('cadre/publish/index')
    await page.locator('#publish-template-haircut').click()
    await write(page, '#at-activity-title', '广场义剪')
    await page.locator('#cover-other').click()
    await shoot(page, 'publish-covers')
    await page.locator('#cover-garden').click()
    await page.reload()
    await page.locator('#publish-resume-haircut').click()
    await page.locator('#publish-preview').click()
    const preview = page.locator('#preview')
    for (const words of ['广场义剪', '社区服务站', '理发师傅'])
      await preview.getByText(words).first().waitFor()
    await preview.locator('.cover-garden').waitFor()
    await shoot(page, 'publish-preview')
    await page.context().close()
  })
})

describe('a year that nobody has entered yet', () => {
  it('is named, and weeks are left out and taken in again as well', async () => {
    const page = await screen('cadre/publish/index', WIDE)
    await page.locator('#publish-template-garden').click()
    await page.locator('#call-times').getByText('每周').click()
    await page.locator('#at-weeks input').fill('60')
    await page.locator('#at-weeks input').blur()
    await page
      .locator('#holidays-unknown')
      .getByText(/还没有 .*年的放假安排/)
      .waitFor()
    await page.locator('.week').nth(5).click()
    await page.getByText('停 1 周').waitFor()
    await shoot(page, 'publish-weeks-wide')
    await page.locator('.week').nth(5).click()
    await page.getByText('停 1 周').waitFor({ state: 'detached' })
    await page.locator('#publish-submit').click()
    await page.getByText('最远排到一年以内').waitFor()
    await page.context().close()
  })

  it('follows what an admin enters', async () => {
    const year = yearOf(Date.now()) + 1
    const page = await screen('office/holidays/index')
    await page.getByText(`${year} 年·没有`).click()
    await page.getByText(`还没有 ${year} 年的放假安排`).waitFor()
    await page.locator('#holiday-add').click()
    await write(page, '#holiday-name', '元旦')
    await shoot(page, 'holiday-sheet')
    await page.locator('#holiday-put').click()
    await page.getByText('1月1日').waitFor()
    await page.locator('#holidays-save').click()
    await page.getByText('保存好了').waitFor()
    await shoot(page, 'holidays')
    const { years } = await community.cadre.do('listHolidays', { communityId })
    expect(years.find((it) => it.year === year)).toMatchObject({ version: 1, holidays: [{ name: '元旦' }] })
    await page.context().close()
    const wide = await screen('office/holidays/index', WIDE)
    await wide.locator('.holiday-rows').waitFor()
    await shoot(wide, 'holidays-wide')
    await wide.context().close()
  })
})

describe('every week', () => {
  // The demo's clock is the machine's; the table of holidays is made to have one in the second week.
  const saturday = weekStart(Date.now() + 2 * WEEK) + 5 * DAY
  beforeAll(async () => {
    const year = yearOf(saturday)
    const { years } = await community.cadre.do('listHolidays', { communityId })
    const version = years.find((it) => it.year === year)?.version ?? 0
    const holidays = [{ name: '邻里节', firstAt: saturday, lastAt: saturday, works: false }]
    await community.cadre.do('saveHolidays', { communityId, year, version, holidays })
  })

  it('names the holiday, leaves its week out by a tap, and publishes the others', async () => {
    const page = await screen('cadre/publish/index')
    const { tap, taps } = thumb(page)
    await tap('#publish-template-class')
    await tap(page.locator('#call-times').getByText('每周'))
    await page.locator('#at-weeks input').fill('6')
    await page.locator('#at-weeks input').blur()
    const week = page.locator(`#week-${pickerDay(saturday)}`)
    await week.getByText('邻里节').waitFor()
    await page.locator('#weeks').scrollIntoViewIfNeeded()
    await shoot(page, 'publish-weeks')
    await tap('#skip-holidays')
    await page.getByText('共 5 场，停 1 周').waitFor()
    await tap('#publish-submit')
    await page.getByText('一共 5 场').waitFor()
    say(`publish six weeks without a holiday: ${taps()} taps`)
    expect(taps()).toBeLessThanOrEqual(8)
    const starts = (await feed())
      .filter(({ title }) => title === '周末绘本课')
      .map(({ startsAt }) => startsAt)
    expect(starts).toHaveLength(5)
    expect(starts).not.toContain(saturday + 10 * HOUR)
    await page.context().close()
  })
})

describe('a call of before', () => {
  it('is published once more with its texts and places, at its next usual time', async () => {
    const startsAt = weekStart(Date.now() + WEEK) + 5 * DAY + 14 * HOUR
    const slots = [seat({ title: '小菜地', capacity: 7, ageBand: null }), post({ title: '教种菜的' })]
    const texts = { title: '种菜第一课', kind: 'garden', place: '共享花园', bring: '小铲子', cover: 'book' }
    await community.cadre.do('publishCall', pictureBookClass(communityId, startsAt, slots, texts))
    const page = await screen('cadre/publish/index')
    const { tap, taps } = thumb(page)
    await tap('#publish-past')
    await page.locator('.past-call').first().getByText('种菜第一课').waitFor()
    await shoot(page, 'publish-past')
    await tap(page.locator('.past-call').first())
    await page.locator('#publish-submit').waitFor()
    await shoot(page, 'publish-again')
    await tap('#publish-submit')
    await page.getByText('发出去了').waitFor()
    say(`publish a past call again: ${taps()} taps`)
    const twice = (await feed()).filter(({ title }) => title === '种菜第一课')
    expect(twice).toMatchObject([
      { startsAt, cover: 'book', slots: [{ title: '小菜地', capacity: 7 }, { title: '教种菜的' }] },
      { startsAt, cover: 'book', slots: [{ title: '小菜地', capacity: 7 }, { title: '教种菜的' }] },
    ])
    await page.context().close()
  })
})

describe('a published call', () => {
  it('is put in other words from the page of a session; who has booked is told, and the second cadre too', async () => {
    const startsAt = weekStart(Date.now() + WEEK) + 6 * DAY + 9 * HOUR
    const cleanUp = { kind: 'clean_up', title: '河边大扫除', riskNote: '离水远一点', insurance: '买了' }
    const { callId, sessionIds } = await community.cadre.do(
      'publishCall',
      pictureBookClass(communityId, startsAt, [post()], cleanUp),
    )
    const volunteer = await community.confirmed('volunteer', '陈建国')
    const at = { communityId, sessionId: sessionIds[0] }
    const { slots } = await volunteer.do('getSession', at)
    await volunteer.do('bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })

    const page = await screen(`cadre/change/index?c=${communityId}&s=${sessionIds[0]}`)
    const other = await screen(`cadre/call/index?c=${communityId}&call=${callId}`, WIDE)
    await other.locator('#call-save').waitFor()
    await page.locator('#change-texts').click()
    await page.locator('#call-bring').waitFor()
    await page.locator('#call-bring textarea, textarea#call-bring').first().fill('雨靴')
    await shoot(page, 'call-change')
    await page.locator('#call-save').click()
    await page.getByText('改好了，告诉了 1 位居民').waitFor()

    await other.locator('#call-title input, input#call-title').first().fill('河边扫除')
    await other.locator('#call-save').click()
    await other.locator('#call-meanwhile').getByText('带什么改成“雨靴”').waitFor()
    await shoot(other, 'call-change-wide')
    await other.locator('#call-save').click()
    await other.getByText('改好了。').waitFor()
    const view = await volunteer.do('getSession', at)
    expect(view.activity).toMatchObject({ title: '河边扫除', bring: '雨靴' })
    const { notices } = await volunteer.do('listNotices', { communityId })
    expect(notices.filter(({ kind }) => kind === 'call_changed')).toHaveLength(1)
    for (const it of [page, other]) await it.context().close()
  })
})
