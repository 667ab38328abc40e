import { DAY, dayStart, HOUR, MINUTE, WEEK } from '@/domain/time'
import { isoDate } from '@/copy/date'
import { post } from '../cloud/calls'
import { Neighbourhood, SATURDAY } from './neighbours'

// Two Saturdays at the school gate, and a leave over the third: each test goes on where the last one ended.
let here: Neighbourhood
let third: string
const THIRD = SATURDAY + 2 * WEEK

beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId, cadre, api } = here
  const volunteer = await here.resident('volunteer', '陈建国')
  for (const startsAt of [SATURDAY, SATURDAY + WEEK]) {
    const call = { title: '放学护学岗' }
    const sessionId = await here.publish([post({ title: '护学岗' })], startsAt, call)
    await here.claim(volunteer, sessionId)
    await api.moveClock(startsAt - 5 * MINUTE)
    const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
    await volunteer.do('checkIn', { communityId, sessionId, code })
    await api.moveClock(startsAt + HOUR)
    await cadre.do('confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
  }
  third = await here.publish([post({ title: '护学岗' })], THIRD, { title: '放学护学岗' })
  await here.claim(volunteer, third)
}, 120_000)
afterAll(() => here.close())

async function opened(name: 'record' | 'leave') {
  const phone = await here.phoneOf('volunteer')
  const page = await phone.open(`packages/resident/${name}/index`)
  await page.shows('请假')
  return { phone, page }
}

it('shows on the record in how many weeks on end one came, and the way to leave', async () => {
  const { phone, page } = await opened('record')
  await page.counts('.record-series', 1)
  expect(page.texts('.record-series')).toEqual([expect.stringMatching(/连着 2 周$/)])
  await page.tap('#record-leave')
  expect(phone.page.route).toBe('packages/resident/leave/index')
})

it('takes leave, says which posts are still held, and cancels none', async () => {
  const { page } = await opened('leave')
  await page.tap('#take-leave')
  await page.counts('.leave-row', 1)
  await page.counts('.leave-held', 1)
  await page.shows('不会自动取消')
  expect(page.texts('.leave-held')).toEqual([expect.stringContaining('放学护学岗')])
  const { communityId } = here
  const volunteer = await here.resident('volunteer', '陈建国')
  const { leaves } = await volunteer.do('getSeries', { communityId })
  const tomorrow = dayStart(SATURDAY + WEEK) + DAY
  expect(leaves.map((it) => [it.firstAt, it.lastAt].map((at) => isoDate(Number(new Date(at)))))).toEqual([
    [isoDate(tomorrow), isoDate(tomorrow + 6 * DAY)],
  ])
})

it('leads from there to the post, and gives the leave up again', async () => {
  const { phone, page } = await opened('leave')
  await page.counts('.leave-row', 1)
  await page.tap('.leave-held')
  expect(phone.page.route).toBe('pages/session/index')
  await page.tap('.leave-row .button')
  await page.counts('.leave-row', 0)
  await page.counts('.leave-held', 0)
})
