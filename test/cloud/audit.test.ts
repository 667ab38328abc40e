import { auditWords } from '@/copy/audit'
import { DAY, dayStart, HOUR } from '@/domain/time'
import { post } from './calls'
import { hands, leave, sceneOf } from './changes'
import { call, done, settle } from './deployment'
import { MONDAY, type Scene } from './draws'
import { exportedText } from './exported'

let it_: Scene
let communityId: string

beforeEach(async () => {
  it_ = await sceneOf(['陈建国'])
  communityId = it_.community.communityId
})
afterEach(() => leave(it_))

const log = (filter: object = {}, who = 'cadre') =>
  done(it_.linli, who, 'listAudit', { communityId, ...filter })
const actions = async (filter: object = {}) => (await log(filter)).entries.map((entry) => entry.action)
const told = async () => {
  const { entries } = await log()
  return entries.map((entry) => {
    const { act, detail } = auditWords(entry, { now: it_.linli.clock.now, elder: false })
    return [entry.actor.name, act, detail]
  })
}

it('says in words who did what to whom, with the reason', async () => {
  const { sessionId, slotId } = await it_.publish([post({ capacity: 4 })])
  const do_ = hands(it_)
  await do_.book('陈建国', slotId)
  it_.linli.clock.now += 1
  await do_.resize(sessionId, 3)
  it_.linli.clock.now += 1
  await do_.move(sessionId, { place: '活动中心' })
  it_.linli.clock.now += 1
  await done(it_.linli, 'cadre', 'revealRoster', { communityId, sessionId, why: '打电话联系' })
  const { session, slots } = await do_.rosterOf(sessionId)
  it_.linli.clock.now = session.startsAt
  const attendeeId = slots[0]?.rows[0]?.attendeeId
  await done(it_.linli, 'cadre', 'markPresent', { communityId, sessionId, attendeeId, why: '手机没电' })
  expect(await told()).toEqual([
    ['cadre', '给 陈** 代签到', '手机没电'],
    ['cadre', '看了名单上的姓名', '打电话联系'],
    ['cadre', '改了这一场', '社区图书室改到活动中心'],
    ['cadre', '改了“领读志愿者”的名额', '从 4 个改到 3 个'],
    ['chief', '发布了招募“周六绘本课”', null],
  ])
  const [entry] = (await log()).entries
  expect(entry).toMatchObject({ at: session.startsAt, session: { id: sessionId, title: '周六绘本课' } })
  expect(JSON.stringify((await log()).entries)).not.toContain('陈建国')
})

it('is looked through by kind, by who did it, by whom it was done to, and by day', async () => {
  const { sessionId, slotId } = await it_.publish([post()])
  const do_ = hands(it_)
  await do_.book('陈建国', slotId)
  const { session, slots } = await do_.rosterOf(sessionId)
  it_.linli.clock.now = session.startsAt
  const attendeeId = slots[0]?.rows[0]?.attendeeId
  await done(it_.linli, 'cadre', 'markPresent', { communityId, sessionId, attendeeId, why: '手机没电' })
  const { staff } = await log()
  expect(staff.map((it) => it.name)).toEqual(['cadre', 'chief'])
  expect(await actions({ kind: 'calls' })).toEqual(['publishCall'])
  expect(await actions({ kind: 'names' })).toEqual([])
  expect(await actions({ personId: staff[1]?.id })).toEqual(['publishCall'])
  expect(await actions({ personId: attendeeId })).toEqual(['markPresent'])
  expect(await actions({ kind: 'calls', personId: attendeeId })).toEqual([])
  const day = (at: number) => ({ day: new Date(at).toISOString() })
  const midnight = dayStart(MONDAY)
  expect(await actions(day(midnight))).toEqual(['publishCall'])
  expect(await actions(day(midnight + DAY - 1))).toEqual(['publishCall'])
  expect(await actions(day(midnight - 1))).toEqual([])
  expect(await actions(day(midnight + DAY))).toEqual([])
})

it('comes page by page, each act once, those of one moment too', async () => {
  for (let hour = 0; hour < 45; hour += 1) {
    if (hour % 3 === 0) it_.linli.clock.now += HOUR
    await it_.publish([post()], it_.linli.clock.now + DAY)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await log(cursor ? { cursor } : {})
    seen.push(...page.entries.map((entry) => entry.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

it('holds nothing of another community, and is shown to none of its cadres', async () => {
  await it_.publish([post()])
  const there = await settle(it_.linli, '另一个社区')
  await there.resident('stranger', { role: 'admin' })
  const theirs = await done(it_.linli, 'stranger', 'listAudit', { communityId: there.communityId })
  expect(theirs.entries).toEqual([])
  const ours = await call(it_.linli, 'stranger', 'listAudit', { communityId })
  expect(ours).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

it('is never changed or shortened by the application', async () => {
  await it_.publish([post()])
  for (const sql of ['DELETE FROM audit_entry', "UPDATE audit_entry SET why = 'x'", 'TRUNCATE audit_entry']) {
    await expect(it_.linli.database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/)
  }
  expect(await actions()).toEqual(['publishCall'])
})

it('goes into a file as it is looked through, which is itself written down', async () => {
  await it_.publish([post()])
  await hands(it_).rosterOf((await it_.publish([post()])).sessionId)
  const link = await done(it_.linli, 'cadre', 'exportAudit', { communityId, kind: 'calls', format: 'csv' })
  const text = await exportedText(it_.linli, link.url)
  expect(text).toContain('时间,谁,做了什么')
  expect(text).toContain('2026-03-02 09:00,chief,发布了招募“周六绘本课”')
  expect(await actions({ kind: 'files' })).toEqual(['exportAudit'])
})
