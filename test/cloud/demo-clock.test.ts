import { Hono } from 'hono'
import { createDemo, type Demo } from '@/cloud/demo/demo'
import { COMMUNITY } from '@/cloud/demo/neighbourhood'
import { openIdOf } from '@/cloud/demo/personas'
import { DAY, dayStart, HOUR, MINUTE } from '@/domain/time'
import { pictureBookClass, seat } from './calls'
import { deploy, done, settle, type TestDeployment } from './deployment'

const communityId = COMMUNITY.id
const self = [{ kind: 'self' }]
const PARENT = openIdOf('parent') ?? ''

let linli: TestDeployment
let demo: Demo
let app: Hono
/** today, Shanghai time */
let today: number
beforeEach(async () => {
  linli = await deploy(Date.now())
  const community = await settle(linli, COMMUNITY.name, communityId)
  await community.resident(PARENT)
  const quiet = { seeded: false, doorKey: linli.services.doorKey, say: () => undefined }
  demo = await createDemo(linli.database, { ...quiet, report: linli.report })
  Object.assign(linli, { now: demo.now })
  app = new Hono()
  demo.mount(app)
  today = dayStart(demo.now())
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const leap = async (move: object) => {
  const body = JSON.stringify(move)
  const answer = await app.request('/demo/clock', { method: 'POST', body })
  expect(answer.status).toBe(200)
}
const iso = (at: number) => new Date(at).toISOString()
const noticesOf = async (who: string) =>
  (await done(linli, who, 'listNotices', { communityId })).notices
    .filter((it) => ['opening_soon', 'starts_tomorrow', 'starts_soon'].includes(it.kind))
    .map(({ kind, createdAt }) => [kind, createdAt])
    .reverse()

async function publish(startsAt: number, slot: object = {}): Promise<string> {
  const draft = pictureBookClass(communityId, startsAt, [seat({ ageBand: null, ...slot })])
  const [sessionId = ''] = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds
  const { slots } = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return slots[0]?.id ?? ''
}
const book = (slotId: string) => done(linli, PARENT, 'bookSlot', { communityId, slotId, party: self })

it('leaps over no reminder: those of openings and of starts are told in their order, as of their moments', async () => {
  const starts = today + 3 * DAY + 10 * HOUR
  const opens = today + 2 * DAY + 12 * HOUR
  await book(await publish(starts))
  const later = await publish(starts + DAY, { opensAt: iso(opens) })
  await done(linli, PARENT, 'remindMe', { communityId, slotId: later, party: self })
  await leap({ to: iso(starts + HOUR) })
  expect(await noticesOf(PARENT)).toEqual([
    ['opening_soon', opens - 10 * MINUTE],
    ['starts_tomorrow', today + 2 * DAY + 20 * HOUR],
    ['starts_soon', starts - 2 * HOUR],
  ])
  // And on the phone when they were due, not all at the end.
  const { entries } = (await (await app.request('/demo/platform.json')).json()) as {
    entries: { at: string; path: string }[]
  }
  const sent = entries.filter((it) => it.path.endsWith('/subscribe/send')).map((it) => minuteOf(it.at))
  expect(sent).toEqual(
    [opens - 10 * MINUTE, today + 2 * DAY + 20 * HOUR, starts - 2 * HOUR].map((at) => minuteOf(iso(at))),
  )
  expect(demo.now()).toBeGreaterThanOrEqual(starts + HOUR)
  const shown = await (await app.request('/demo/platform')).text()
  for (const words of [
    '马上开放报名',
    '活动快开始了',
    '周六绘本课',
    '来不了的话，请点开让出名额',
    'href="/pages/session/index?c=dem000',
  ])
    expect(shown).toContain(words)
})

it('tells each once, however it leaps', async () => {
  const starts = today + 2 * DAY + 10 * HOUR
  await book(await publish(starts))
  await leap({ to: iso(today + DAY + 21 * HOUR) })
  await leap({ advanceMinutes: 60 })
  await leap({ advanceMinutes: 24 * 60 })
  expect(await noticesOf(PARENT)).toEqual([
    ['starts_tomorrow', today + DAY + 20 * HOUR],
    ['starts_soon', starts - 2 * HOUR],
  ])
})

it('goes back to real time without telling anything', async () => {
  await book(await publish(today + 2 * DAY + 10 * HOUR))
  await leap({ advanceMinutes: 1 })
  await leap({ reset: true })
  expect(await noticesOf(PARENT)).toEqual([])
  expect(Math.abs(demo.now() - Date.now())).toBeLessThan(MINUTE)
})

const minuteOf = (at: string) => at.slice(0, 16)
