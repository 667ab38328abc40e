import { DAY } from '@/domain/time'
import { post } from '../cloud/calls'
import { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'
import { readUrl } from './page-url'

let here: Neighbourhood
beforeAll(async () => {
  here = await Neighbourhood.found()
}, 120_000)
afterAll(() => here.close())

/** The card of a session, as it was sent while everything was well. */
async function sent(title: string, startsAt = SATURDAY): Promise<{ sessionId: string; path: string }> {
  const sessionId = await here.publish([post({ capacity: 4 })], startsAt, { title })
  const { page } = await here.openCard('cadre', sessionId)
  await page.shows('还差 4 人')
  return { sessionId, path: page.card('button')?.path ?? '' }
}
/** Somebody who is no member taps it. */
const tapped = (path: string): Promise<Phone> =>
  Phone.launch({ scene: 1008, ...readUrl(path) }, here.api.forPhoneOf('stranger'))

it('the card of a session that was called off leads to a page that says so and why, and takes nobody', async () => {
  const { sessionId, path } = await sent('大扫除')
  const { communityId, cadre } = here
  await cadre.do('cancelSession', { communityId, sessionId, cause: 'weather', note: '' })
  const { page } = await tapped(path)
  await page.shows('这一场取消了。原因：天气不好')
  expect(page.text()).not.toContain('我来认领')
  await page.tap('#verdict-button')
  expect(await here.held(sessionId)).toBe(0)
  expect(page.card('menu')?.title).toContain('|已取消')
})

it('a share of another community brings the neighbour in all the same', async () => {
  const { sessionId, path } = await sent('读报')
  const { query } = readUrl(path)
  const { page } = await tapped(path.replace(query.h ?? '', 'zzzzzz'))
  await page.shows('我来认领')
  await page.tap('#verdict-button')
  await page.shows('已认领 ✓')
  expect(await here.held(sessionId)).toBe(1)
})

// Last: the clock is not set back.
it('the card of last year leads to a page that says it is over, and takes nobody', async () => {
  const { sessionId, path } = await sent('晨读', SATURDAY + DAY)
  await here.api.moveClock(SATURDAY + 366 * DAY)
  const { page } = await tapped(path)
  await page.shows('已经结束')
  expect(page.text()).not.toContain('我来认领')
  await page.tap('#verdict-button')
  expect(await here.held(sessionId)).toBe(0)
  expect(page.card('menu')?.title).toContain('|已结束')
})
