import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import { HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string
let sessionId: string
let slotId: string
let bookingId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  community = await settle(linli)
  communityId = community.communityId
  for (const name of ['王小明', '=SUM(1)', '赵一', '钱二']) await community.resident(name)
  const draft = pictureBookClass(communityId, SATURDAY, [post({ capacity: 2 }), seat({ ageBand: null })])
  sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
  slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  bookingId = (await done(linli, '王小明', 'bookSlot', { communityId, slotId, party: self })).bookingId
  // The list goes by who booked first.
  linli.clock.now += 1
  await done(linli, '=SUM(1)', 'bookSlot', { communityId, slotId, party: self })
  for (const name of ['赵一', '钱二'])
    await done(linli, name, 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const waiting = async (action: 'getRoster' | 'revealRoster', more: object = {}) =>
  (await done(linli, 'cadre', action, { communityId, sessionId, ...more })).slots[0]?.waiting

async function fileOf(format: 'csv' | 'xlsx'): Promise<{ name: string; text: string }> {
  const payload = { communityId, sessionId, why: '现场点名', format }
  const { url, name } = await done(linli, 'cadre', 'exportRoster', payload)
  const links = createSignedLinks('s'.repeat(32))
  const app = createHttp({ deployment: linli, trustGateway: false, links, assets: null })
  return { name, text: await (await app.request(url)).text() }
}

it('shows beneath a slot who waits for it, in their turns, masked until names are shown', async () => {
  const namesOf = (line: Awaited<ReturnType<typeof waiting>>) =>
    line?.map((party) => party.people.map((it) => it.name))
  expect(namesOf(await waiting('getRoster'))).toEqual([['赵**'], ['钱**']])
  const open = await waiting('revealRoster', { why: '打电话联系' })
  expect(namesOf(open)).toEqual([['赵一'], ['钱二']])
})

it('tells of who waits whether an offer stands, and until when', async () => {
  linli.clock.now = SATURDAY - 3 * HOUR
  await done(linli, '王小明', 'cancelBooking', { communityId, bookingId })
  const [first, second] = (await waiting('getRoster')) ?? []
  expect(first?.offeredUntil).toBeGreaterThan(linli.clock.now)
  expect(second?.offeredUntil).toBeNull()
})

it('goes as a file with names and who waits, for a reason that is logged', async () => {
  linli.clock.now = SATURDAY
  const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
  await done(linli, '王小明', 'checkIn', { communityId, sessionId, code })
  const { name, text } = await fileOf('csv')
  expect(name).toBe('名单-2026-03-07.csv')
  expect(text.split('\r\n').slice(0, -1)).toEqual([
    '周六绘本课',
    '2026-03-07 10:00–11:00 社区图书室',
    '报名 2 人，到场 1 人',
    '含姓名，只用于这一场；用完请删掉。',
    '岗位/名额,姓名,大人/孩子,签到,签退,结果',
    '领读志愿者,王小明,大人,10:00 签到,,',
    "领读志愿者,'=SUM(1),大人,,,",
    '领读志愿者,赵一,,,,候补 1',
    '领读志愿者,钱二,,,,候补 2',
  ])
  const log = await linli.database.transaction((tx) =>
    tx.query(
      "SELECT session_id AS session, why FROM audit_entry WHERE community_id = $1 AND action = 'exportRoster'",
      [communityId],
    ),
  )
  expect(log).toEqual([{ session: sessionId, why: '现场点名' }])
})

it('is no file without a reason, of an unknown session, or for a resident', async () => {
  const payload = { communityId, sessionId, why: '现场点名', format: 'xlsx' }
  const codeOf = async (openId: string, change: object) => {
    const answer = await call(linli, openId, 'exportRoster', { ...payload, ...change })
    return answer.ok ? 'done' : answer.error.code
  }
  expect(await codeOf('cadre', { why: ' ' })).toBe('bad_input')
  expect(await codeOf('cadre', { sessionId: 'zzzzzzzzzz' })).toBe('not_found')
  expect(await codeOf('王小明', {})).toBe('forbidden')
})
