import { pickerDay } from '@/copy/calendar'
import { DAY, HOUR, yearOf } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import { Neighbourhood, SATURDAY, self } from './neighbours'
import type { OpenPage } from './open-page'

let here: Neighbourhood
beforeAll(async () => {
  here = await Neighbourhood.found()
}, 120_000)
afterAll(() => here.close())

const open = async (page: string, query: Record<string, string> = {}): Promise<OpenPage> =>
  (await here.phoneOf('cadre')).open(`packages/${page}/index`, query)
const feed = async () => (await here.cadre.do('listSessions', { communityId: here.communityId })).sessions

it('keeps the holidays of a year that nobody has entered yet', async () => {
  const year = yearOf(Date.now()) + 1
  const page = await open('office/holidays')
  await page.tap('.chip', `${year} 年·没有`)
  await page.shows(`还没有 ${year} 年的放假安排`)
  await page.tap('#holiday-add')
  await page.type('#holiday-name', '元旦')
  await page.tap('#holiday-put')
  await page.tap('#holidays-save', '保存')
  await page.shows('保存好了')
})

it('leaves a holiday out of a weekly call, named and by one tap', async () => {
  const { communityId } = here
  const saturday = SATURDAY - 10 * HOUR
  const year = yearOf(saturday)
  const { years } = await here.cadre.do('listHolidays', { communityId })
  const version = years.find((it) => it.year === year)?.version ?? 0
  const holidays = [{ name: '邻里节', firstAt: saturday, lastAt: saturday, works: false }]
  await here.cadre.do('saveHolidays', { communityId, year, version, holidays })

  const page = await open('cadre/publish')
  await page.tap('#publish-template-clean_up')
  await page.tap('#call-times .chip', '每周')
  await page.type('#at-weeks .stepper-count', '4')
  await page.shows('邻里节')
  await page.tap(`#week-${pickerDay(saturday)}`)
  await page.tap('#publish-submit')
  await page.shows('一共 3 场')
  const starts = (await feed()).map(({ startsAt }) => startsAt)
  expect(starts).toHaveLength(3)
  expect(starts).not.toContain(saturday + 9 * HOUR)
})

it('publishes a colleague’s call once more, under the cover it had', async () => {
  const slots = [seat({ title: '小菜地', capacity: 7, ageBand: null })]
  await here.publish(slots, SATURDAY + DAY, { title: '种菜第一课', kind: 'garden', cover: 'book' })
  const page = await open('cadre/publish')
  await page.tap('#publish-past')
  await page.shows('照哪一个再发')
  await page.tap('.past-call', '种菜第一课')
  await page.shows('绘本')
  await page.tap('#cover-other')
  await page.tap('#cover-teapot')
  await page.tap('#publish-submit')
  await page.shows('发出去了')
  const covers = (await feed()).filter(({ title }) => title === '种菜第一课').map(({ cover }) => cover)
  expect(covers.sort()).toEqual(['book', 'teapot'])
})

it('changes the words of a published call from the page of its session, and tells who has booked', async () => {
  const sessionId = await here.publish([post()], SATURDAY + 2 * DAY, { title: '晨读' })
  const [slotId] = await here.slotIds(sessionId)
  const wang = await here.resident('open-wang', '王芳')
  await wang.do('bookSlot', { communityId: here.communityId, slotId, party: self })
  const change = await open('cadre/change', { c: here.communityId, s: sessionId })
  await change.shows('改文字和封面')
  const { session } = await here.cadre.do('getRoster', { communityId: here.communityId, sessionId })
  const page = await open('cadre/call', { c: here.communityId, call: session.callId })
  await page.shows('还没有改动')
  await page.type('#call-bring', '老花镜')
  await page.tap('#call-save', '改好，告诉已报名的人')
  await page.shows('改好了，告诉了 1 位居民')
  const inbox = await (await here.phoneOf('open-wang')).open('packages/resident/inbox/index', {})
  await inbox.shows('要带的东西改了')
  expect(inbox.text()).toContain('现在要带：老花镜')
})

it('says of a link to nothing where to go', async () => {
  const page = await open('cadre/call', { c: here.communityId, call: '?' })
  await page.shows('这个链接不完整')
})
