import { Neighbourhood } from './neighbours'
import type { OpenPage } from './open-page'
import { readUrl } from './page-url'
import { eventually } from './waiting'

let here: Neighbourhood
beforeAll(async () => {
  here = await Neighbourhood.found()
}, 120_000)
afterAll(() => here.close())

const open = async (page: string, query: Record<string, string> = {}): Promise<OpenPage> =>
  (await here.phoneOf('cadre')).open(`packages/${page}/index`, query)

let published: Record<string, string>

it('publishes from a template in two taps, and hands over the session’s link', async () => {
  const page = await open('cadre/publish')
  await page.shows('发一个什么招募')
  await page.tap('#publish-template-traffic_duty')
  await page.shows('2 个岗位')
  await page.tap('#publish-submit')
  await page.shows('发出去了')
  published = readUrl(page.card('button')?.path ?? '').query
})

it('publishes on days tapped in the calendar, one session on each', async () => {
  const page = await open('cadre/publish')
  await page.tap('#publish-template-garden')
  await page.tap('#call-times .chip', 2)
  await page.shows('点一下选上')
  const shown = () => /(\d{4})年(\d+)月/.exec(page.text()) ?? ['']
  const [before] = shown()
  await page.tap('#given-days-later')
  await eventually(
    () => shown()[0] !== before,
    () => `The calendar stays at ${before}`,
  )
  const [, year, month = ''] = shown()
  const tapDay = (day: number) => page.tap(`#day-${year}-${month.padStart(2, '0')}-${day}`)
  await tapDay(10)
  await tapDay(20)
  await tapDay(20)
  await tapDay(21)
  await page.tap('#publish-submit')
  await page.shows('一共 3 场')
})

it('shows on the desk how the call fills', async () => {
  const page = await open('cadre/desk')
  await page.shows('放学护学岗')
  for (const words of ['交通引导(东门)', '0/2', '还差 2 人', '名单']) expect(page.text()).toContain(words)
})

it('shows the roster, with nobody to confirm yet', async () => {
  const page = await open('cadre/roster', published)
  await page.shows('还没有人报名')
})

it('has nobody waiting to be confirmed in a new community', async () => {
  const page = await open('office/members')
  await page.shows('没有人在等')
})
