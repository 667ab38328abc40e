import { CONSENT_VERSION } from '@/domain/child'
import { DEPARTED_NAME } from '@/domain/masked-name'
import { pictureBookClass, post } from '../cloud/calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from '../cloud/deployment'
import { moveInWith } from '../cloud/neighbours'
import { brokenInvariants } from '../invariants'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  here = await settle(linli)
  communityId = here.communityId
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

const rows = <Row>(sql: string) => linli.database.transaction((tx) => tx.query<Row>(sql))
const leave = (who: string, requestId?: string) =>
  call(linli, who, 'deleteAccount', { communityId, dryRun: false }, requestId)
async function publish(capacity: number) {
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY, [post({ capacity })]),
  )
  const sessionId = published.sessionIds[0] ?? ''
  return (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
}
const book = (who: string, slotId: string) =>
  call(linli, who, 'bookSlot', { communityId, slotId, party: self })
/** places held, or waited for, by somebody who is not there any more */
const ghosts = () =>
  rows(`SELECT p.booking_id FROM place p JOIN resident r ON r.id = p.attendee_id
        WHERE r.left_at IS NOT NULL AND p.cancelled_at IS NULL
        UNION ALL SELECT w.id FROM waitlist_entry w JOIN resident r ON r.id = w.joined_by
        WHERE r.left_at IS NOT NULL AND w.ended_at IS NULL`)

it('of ten deletions at once one is done, and the same request has the same answer', async () => {
  await here.resident('chen')
  const slotId = await publish(1)
  await book('chen', slotId)
  const answers = await Promise.all(Array.from({ length: 10 }, () => leave('chen', 'the-same-request')))
  expect(new Set(answers.map((it) => JSON.stringify(it.ok && it.data))).size).toBe(1)
  expect(answers[0]).toMatchObject({ ok: true, data: { bookings: [{ places: 1 }] } })
  expect(await rows('SELECT id FROM audit_entry WHERE action = $$deleteAccount$$')).toHaveLength(1)
})

it('a booking, a child or a name at the same moment leaves nothing with who is gone', async () => {
  const people = Array.from({ length: 12 }, (_, index) => `neighbour-${index}`)
  for (const who of people) await here.resident(who)
  const slotId = await publish(20)
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  await Promise.all(
    people.flatMap((who, index) => {
      const others = [
        () => book(who, slotId),
        () => call(linli, who, 'addChild', child),
        () => call(linli, who, 'joinCommunity', { communityId, name: '何秀英' }),
        () => call(linli, who, 'setPhone', { communityId, phone: '13812345678' }),
      ]
      const both = [() => leave(who), ...others]
      return (index % 2 ? both : both.reverse()).map((act) => act())
    }),
  )
  expect(await ghosts()).toEqual([])
  const gone = await rows<{ name: string; phone: string | null }>(
    'SELECT DISTINCT name, phone FROM resident WHERE left_at IS NOT NULL',
  )
  expect(gone).toEqual([{ name: DEPARTED_NAME, phone: null }])
  const orphans = await rows(
    `SELECT c.id FROM child c WHERE NOT EXISTS (SELECT 1 FROM resident r WHERE r.household_id = c.household_id)`,
  )
  expect(orphans).toEqual([])
})

it('a child added while its guardian goes is not left behind without anybody', async () => {
  await here.resident('chen')
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  const acts = [() => leave('chen'), () => call(linli, 'chen', 'addChild', child)]
  await queued(`SELECT id FROM household FOR UPDATE`, acts)
  expect(await rows('SELECT id FROM child')).toEqual([])
  expect(await rows('SELECT id FROM resident WHERE left_at IS NOT NULL')).toHaveLength(1)
})

/** Starts each act when the one before waits behind the lock, and lets all go on then. */
async function queued(lock: string, acts: (() => Promise<unknown>)[]): Promise<void> {
  const started: Promise<unknown>[] = []
  await linli.database.transaction(async (tx) => {
    await tx.query(lock)
    for (const act of acts) {
      started.push(act())
      while ((await waiting()) < started.length) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  await Promise.all(started)
}
const waiting = async () =>
  (
    await rows(
      `SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE NOT l.granted AND a.datname = current_database()`,
    )
  ).length

it('two guardians who go at once leave an empty house, and no child behind', async () => {
  await here.resident('mother')
  await here.resident('father')
  await moveInWith(linli, 'father', 'mother')
  await done(linli, 'mother', 'addChild', {
    communityId,
    nickname: '小满',
    ageBand: '3-6',
    consentVersion: CONSENT_VERSION,
  })
  await done(linli, 'mother', 'setAddress', {
    communityId,
    gridId: here.gridId,
    building: '3栋',
    door: '101',
  })
  const answers = await Promise.all([leave('mother'), leave('father')])
  expect(answers.map((it) => it.ok)).toEqual([true, true])
  expect(await rows('SELECT id FROM child')).toEqual([])
  expect(await rows('SELECT id FROM household WHERE door_hash IS NOT NULL')).toEqual([])
})

it('two admins who go at once: one stays', async () => {
  await here.resident('one', { role: 'admin' })
  await here.resident('two', { role: 'admin' })
  const answers = await Promise.all([leave('one'), leave('two')])
  expect(answers.filter((it) => it.ok)).toHaveLength(1)
  expect(await rows(`SELECT id FROM resident WHERE role = 'admin'`)).toHaveLength(1)
})

it('many who go from the same full sessions at once pass every place on', async () => {
  const going = Array.from({ length: 8 }, (_, index) => `going-${index}`)
  const waiting = Array.from({ length: 8 }, (_, index) => `waiting-${index}`)
  for (const who of [...going, ...waiting]) await here.resident(who)
  const slots = [await publish(8)]
  for (const slotId of slots) {
    for (const who of going) await book(who, slotId)
    for (const who of waiting)
      await done(linli, who, 'joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  }
  const answers = await Promise.all(going.map((who) => leave(who)))
  expect(answers.filter((it) => !it.ok)).toEqual([])
  const holders = await rows<{ name: string }>(
    `SELECT r.name FROM place p JOIN resident r ON r.id = p.attendee_id WHERE p.cancelled_at IS NULL ORDER BY 1`,
  )
  expect(holders.map((it) => it.name)).toEqual(waiting)
})
