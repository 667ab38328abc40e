import { creditEarned } from '@/cloud/repositories/points'
import { newRowId } from '@/cloud/ids'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, reasonOf, settle, type Neighbourhood, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  await here.resident('admin', { role: 'admin' })
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

interface Home {
  residentId: string
  householdId: string
}
async function moveIn(who: string, door = '501'): Promise<Home> {
  linli.clock.now += 1
  const residentId = await here.resident(who)
  await done(linli, who, 'setAddress', { communityId, gridId: here.gridId, building: '2号楼', door })
  return { residentId, householdId: await householdOf(residentId) }
}
async function householdOf(residentId: string): Promise<string> {
  const [row] = await linli.database.transaction((tx) =>
    tx.query<{ id: string }>('SELECT household_id AS id FROM resident WHERE id = $1', [residentId]),
  )
  return row?.id ?? ''
}
const give = (accountId: string, amount: number, expiresAt: number) =>
  linli.database.transaction((tx) =>
    creditEarned(
      tx,
      {
        ...{
          communityId,
          id: newRowId(),
          accountId,
          kind: 'service',
          sessionId: newRowId(),
          bookingId: null,
        },
        ...{ attendeeId: null, reverses: null, createdAt: linli.clock.now },
      },
      { amount, expiresAt },
    ),
  )
const merge = (keep: Home, drop: Home) =>
  call(linli, 'admin', 'mergeHouseholds', { communityId, keep: keep.householdId, drop: drop.householdId })
const statement = (who: string) => done(linli, who, 'getStatement', { communityId })

it('makes two households at one door one, with the people, and the points by movements that keep their expiry', async () => {
  const wang = await moveIn('wang')
  const li = await moveIn('li')
  await done(linli, 'li', 'addChild', {
    communityId,
    nickname: '小满',
    ageBand: '3-6',
    consentVersion: CONSENT_VERSION,
  })
  await give(wang.householdId, 5, MONDAY + 9 * DAY)
  await give(li.householdId, 20, MONDAY + 3 * DAY)
  await give(li.householdId, 30, MONDAY + 6 * DAY)
  expect(await merge(wang, li)).toMatchObject({ data: { residents: 1, children: 1, points: 50 } })
  const family = await done(linli, 'li', 'getHousehold', { communityId })
  expect(family.members.map((it) => [it.name, it.guardian])).toEqual([
    ['wang', true],
    ['li', true],
  ])
  expect(family.children.map((it) => it.nickname)).toEqual(['小满'])
  const { balance, expiring, entries } = await statement('wang')
  expect(balance).toBe(55)
  expect(expiring.map((it) => [it.amount, it.expiresAt])).toEqual([
    [20, MONDAY + 3 * DAY],
    [30, MONDAY + 6 * DAY],
    [5, MONDAY + 9 * DAY],
  ])
  expect(entries[0]).toMatchObject({ kind: 'merge', amount: 50 })
  expect(await merge(wang, li)).toMatchObject({ error: { code: 'not_found' } })
})

it('lets who came use the points after 30 days, as anybody who joins a standing household', async () => {
  const wang = await moveIn('wang')
  const li = await moveIn('li')
  await give(wang.householdId, 5, MONDAY + 99 * DAY)
  await merge(wang, li)
  const [row] = await linli.database.transaction((tx) =>
    tx.query<{ at: number }>('SELECT points_usable_from AS at FROM resident WHERE id = $1', [li.residentId]),
  )
  expect(row?.at).toBe(linli.clock.now + 30 * DAY)
})

it('takes along what they took part in, so that no-shows are not left behind', async () => {
  const draft = pictureBookClass(communityId, SATURDAY, [post()])
  const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0]
  const wang = await moveIn('wang')
  const li = await moveIn('li')
  const { slots } = await done(linli, 'li', 'getSession', { communityId, sessionId })
  await done(linli, 'li', 'bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
  expect(reasonOf(await merge(wang, li))).toEqual({ reason: 'household_busy', pending: 1 })
  linli.clock.now = SATURDAY + HOUR
  await done(linli, 'cadre', 'confirmSession', {
    communityId,
    sessionId,
    headCount: 0,
    absent: [li.residentId],
  })
  expect(await merge(wang, li)).toMatchObject({ ok: true })
  const card = await done(linli, 'cadre', 'getMember', { communityId, residentId: wang.residentId })
  expect(card.absences).toBe(1)
})

it('leaves alone who served within 90 days, as their points may be corrected that long', async () => {
  const draft = pictureBookClass(communityId, SATURDAY, [post()])
  const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0]
  const wang = await moveIn('wang')
  const li = await moveIn('li')
  const session = { communityId, sessionId }
  const { slots } = await done(linli, 'li', 'getSession', session)
  await done(linli, 'li', 'bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
  linli.clock.now = SATURDAY
  await done(linli, 'cadre', 'markPresent', { ...session, attendeeId: li.residentId, why: '没带手机' })
  linli.clock.now = SATURDAY + HOUR
  await done(linli, 'cadre', 'confirmSession', { ...session, headCount: 1, absent: [] })
  linli.clock.now = SATURDAY + HOUR + 90 * DAY - 1
  expect(reasonOf(await merge(wang, li))).toEqual({ reason: 'household_busy', pending: 1 })
  linli.clock.now += 1
  expect(reasonOf(await call(linli, 'cadre', 'reopenSession', { ...session, why: '点错了' })).reason).toBe(
    'reopen_too_late',
  )
  expect(await merge(wang, li)).toMatchObject({ data: { points: 10 } })
})

it('waits for the answer to what the household to drop disputes', async () => {
  const wang = await moveIn('wang')
  const li = await moveIn('li')
  await give(li.householdId, 20, MONDAY + 99 * DAY)
  const dispute = { communityId, seq: 1, cause: 'points', note: '' }
  await done(linli, 'li', 'disputeEntry', dispute)
  expect(reasonOf(await merge(wang, li))).toEqual({ reason: 'household_busy', pending: 1 })
  expect(await merge(li, wang)).toMatchObject({ ok: true })
})

describe('who was acting meanwhile', () => {
  /** Locks the row of a household or a slot until `release` is called. */
  function hold(table: 'household' | 'slot', id: string) {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const done = linli.database.transaction(async (tx) => {
      await tx.query(`SELECT id FROM ${table} WHERE id = $1 FOR UPDATE`, [id])
      await held
    })
    return { release, done }
  }
  /** Until so many statements wait for a lock. */
  async function untilWaiting(statements: number): Promise<void> {
    const waiting = () =>
      linli.database.transaction((tx) =>
        tx.query(
          `SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
           WHERE NOT granted AND datname = current_database()`,
        ),
      )
    while ((await waiting()).length < statements) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  it('books for the family', async () => {
    const draft = pictureBookClass(communityId, SATURDAY, [post({ capacity: 9 })])
    const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0]
    const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
    const wang = await moveIn('wang')
    const li = await moveIn('li')
    const slot = hold('slot', slotId)
    const booking = done(linli, 'li', 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
    await untilWaiting(1)
    expect(await merge(wang, li)).toMatchObject({ ok: true })
    slot.release()
    await Promise.all([slot.done, booking])
    const places = await linli.database.transaction((tx) =>
      tx.query('SELECT household_id AS home FROM place WHERE attendee_id = $1', [li.residentId]),
    )
    expect(places).toEqual([{ home: wang.householdId }])
  })

  it('adds a child to the family', async () => {
    const wang = await moveIn('wang')
    const li = await moveIn('li')
    const home = hold('household', li.householdId)
    const merging = merge(wang, li)
    await untilWaiting(1)
    const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
    const adding = done(linli, 'li', 'addChild', child)
    await untilWaiting(2)
    home.release()
    await home.done
    expect(await merging).toMatchObject({ ok: true })
    await adding
    const { children } = await done(linli, 'wang', 'getHousehold', { communityId })
    expect(children.map((it) => it.nickname)).toEqual(['小满'])
  })
})

it('keeps two guardians and four adults at most', async () => {
  const homes = []
  for (const who of ['a', 'b', 'c', 'd', 'e']) homes.push(await moveIn(who))
  const [keep, ...others] = homes as [Home, Home, Home, Home, Home]
  for (const other of others.slice(0, 3)) expect(await merge(keep, other)).toMatchObject({ ok: true })
  const { members } = await done(linli, 'a', 'getHousehold', { communityId })
  expect(members.map((it) => it.guardian)).toEqual([true, true, false, false])
  expect(reasonOf(await merge(keep, others[3]))).toMatchObject({ reason: 'household_too_large' })
})

it('merges no two doors, and no household with itself', async () => {
  const wang = await moveIn('wang')
  const li = await moveIn('li', '502')
  expect(reasonOf(await merge(wang, li))).toEqual({ reason: 'other_door' })
  expect(await merge(wang, wang)).toMatchObject({ error: { code: 'bad_input' } })
})

it.each(['keep', 'drop'])('waits for points that are owed by the household to %s', async (which) => {
  const wang = await moveIn('wang')
  const li = await moveIn('li')
  const owes = (which === 'keep' ? wang : li).householdId
  await linli.database.transaction(async (tx) => {
    const movement = newRowId()
    await tx.query(
      `INSERT INTO points_movement (community_id, id, kind, created_at) VALUES ($1, $2, 'correction', $3)`,
      [communityId, movement, MONDAY],
    )
    await tx.query(
      `INSERT INTO points_debt (community_id, account_id, seq, movement_id, amount, created_at)
       VALUES ($1, $2, 1, $3, 7, $4)`,
      [communityId, owes, movement, MONDAY],
    )
    await tx.query('UPDATE household SET owed = 7 WHERE community_id = $1 AND id = $2', [communityId, owes])
  })
  expect(reasonOf(await merge(wang, li))).toEqual({ reason: 'household_owes', points: 7 })
})
