import { WHEN_SOMEBODY_LEAVES } from '@/cloud/repositories/erasure'
import { DEPARTED_NAME } from '@/domain/masked-name'
import { HOUR, MINUTE } from '@/domain/time'
import { tick } from '@/cloud/tick'
import { CONSENT_VERSION } from '@/domain/child'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import {
  call,
  deploy,
  done,
  newRequestId,
  reasonOf,
  settle,
  type Neighbourhood,
  type TestDeployment,
} from './deployment'
import { moveInWith } from './neighbours'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const SUNDAY = Date.parse('2026-03-08T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let here: Neighbourhood
let communityId: string
beforeEach(async () => {
  linli = await deploy(MONDAY)
  here = await settle(linli)
  communityId = here.communityId
  await here.resident('林晓月')
  await here.resident('next')
})
afterEach(async () => {
  expect(await brokenInvariants(linli.database)).toEqual([])
  expect(linli.failures).toEqual([])
  await linli.close()
})

const me = '林晓月'
const rows = <Row>(sql: string, parameters: string[] = []) =>
  linli.database.transaction((tx) => tx.query<Row>(sql, parameters))
const look = (who = me) => done(linli, who, 'deleteAccount', { communityId, dryRun: true })
const leave = (who = me, requestId?: string) =>
  done(linli, who, 'deleteAccount', { communityId, dryRun: false }, requestId)
async function publish(slots: object[], startsAt = SATURDAY) {
  const published = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, startsAt, slots))
  const sessionId = published.sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  return { sessionId, slotId: view.slots[0]?.id ?? '', slots: view.slots.map((slot) => slot.id) }
}
const addChild = (nickname = '小满', who = me) =>
  done(linli, who, 'addChild', { communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION })
const book = (slotId: string, party: object[] = self, who = me) =>
  done(linli, who, 'bookSlot', { communityId, slotId, party })
const wait = (slotId: string, who: string, party: object[] = self) =>
  done(linli, who, 'joinWaitlist', { communityId, slotId, party, usePoints: false })
const holders = (slotId: string) =>
  rows<{ name: string }>(
    `SELECT coalesce(r.name, c.nickname) AS name FROM place p LEFT JOIN resident r ON r.id = p.attendee_id
     LEFT JOIN child c ON c.id = p.attendee_id WHERE p.slot_id = $1 AND p.cancelled_at IS NULL ORDER BY 1`,
    [slotId],
  ).then((found) => found.map((it) => it.name))
const bookingsOf = async (who: string) =>
  (await done(linli, who, 'listMyBookings', { communityId, which: 'upcoming' })).bookings

it('tells beforehand what would happen, and changes nothing by telling', async () => {
  const { slotId, slots } = await publish([post({ capacity: 1 }), seat({ capacity: 1 })])
  const { childId } = await addChild()
  await book(slotId)
  await book(slots[1] ?? '', [{ kind: 'child', childId }])
  expect(await look()).toEqual({
    bookings: [
      { title: '周六绘本课', startsAt: SATURDAY, places: 1, late: false },
      { title: '周六绘本课', startsAt: SATURDAY, places: 1, late: false },
    ],
    ...{ waiting: [], applications: [], leading: [], household: 'ends', children: 1, points: 0, records: 0 },
  })
  expect(await bookingsOf(me)).toHaveLength(2)
  linli.clock.now = SATURDAY - 2 * HOUR
  expect((await look()).bookings.map((it) => it.late)).toEqual([true, true])
})

it('gives back what is held the way a cancel does, so that who waits is next', async () => {
  const { slotId } = await publish([post({ capacity: 1 })])
  await book(slotId)
  await wait(slotId, 'next')
  await leave()
  expect(await holders(slotId)).toEqual(['next'])
  const { notices } = await done(linli, 'next', 'listNotices', { communityId })
  expect(notices.map((it) => it.kind)).toEqual(['booked_from_waitlist'])
})

it('passes an offer that waits for an answer on to the next', async () => {
  const { slotId } = await publish([post({ capacity: 1 })])
  await here.resident('holder')
  await here.resident('third')
  const { bookingId } = await book(slotId, self, 'holder')
  await wait(slotId, me)
  await wait(slotId, 'next')
  linli.clock.now = SATURDAY - 2 * HOUR
  await done(linli, 'holder', 'cancelBooking', { communityId, bookingId })
  expect((await look()).waiting).toEqual([{ title: '周六绘本课', startsAt: SATURDAY, offered: true }])
  await leave()
  const { waitlists } = await done(linli, 'next', 'listMyBookings', { communityId, which: 'upcoming' })
  expect(waitlists[0]?.offer).not.toBeNull()
})

it('is refused to the last admin, until somebody else is one', async () => {
  await here.resident('admin', { role: 'admin' })
  const asked = { communityId, dryRun: false }
  expect(reasonOf(await call(linli, 'admin', 'deleteAccount', asked))).toEqual({ reason: 'last_admin' })
  const other = await here.resident('other')
  await done(linli, 'admin', 'setRole', { communityId, residentId: other, role: 'admin' })
  await leave('admin')
  expect((await done(linli, 'other', 'whoAmI', {})).memberships[0]?.role).toBe('admin')
})

it('is refused while checked in to what is going on, and possible after the check-out', async () => {
  const { slotId, sessionId } = await publish([post()])
  await book(slotId)
  linli.clock.now = SATURDAY + 5 * MINUTE
  const [row] = await rows<{ id: string }>('SELECT id FROM resident WHERE open_id = $1', [me])
  const at = { communityId, sessionId, attendeeId: row?.id }
  await done(linli, 'cadre', 'markPresent', { ...at, why: '当面' })
  expect(reasonOf(await call(linli, me, 'deleteAccount', { communityId, dryRun: true }))).toMatchObject({
    reason: 'session_running',
    session: { id: sessionId, title: '周六绘本课' },
  })
  linli.clock.now = SATURDAY + HOUR + MINUTE
  await leave()
  // The presence is still confirmed, and its hours are kept without a name.
  await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
  const record = await rows<{ name: string }>(
    'SELECT r.name FROM service_record v JOIN resident r ON r.id = v.resident_id',
  )
  expect(record).toEqual([{ name: DEPARTED_NAME }])
})

it('takes a session to come from its leader, and tells who called for it', async () => {
  const { slotId, sessionId } = await publish([post()])
  await book(slotId)
  const [row] = await rows<{ id: string }>('SELECT id FROM resident WHERE open_id = $1', [me])
  await done(linli, 'cadre', 'appointLeader', { communityId, sessionId, residentId: row?.id })
  expect((await look()).leading).toEqual([{ title: '周六绘本课', startsAt: SATURDAY }])
  await leave()
  expect((await done(linli, 'cadre', 'getRoster', { communityId, sessionId })).leader).toBeNull()
  const { notices } = await done(linli, 'cadre', 'listNotices', { communityId })
  expect(notices[0]).toMatchObject({ kind: 'leader_left', session: { id: sessionId } })
})

describe('twice', () => {
  it('the same request has the same answer, though nobody of this identity is here any more', async () => {
    const { slotId } = await publish([post()])
    await book(slotId)
    const requestId = newRequestId()
    const first = await leave(me, requestId)
    expect(first.bookings).toHaveLength(1)
    expect(await leave(me, requestId)).toEqual(first)
  })

  it('another request is told that it was done', async () => {
    await leave()
    const again = await call(linli, me, 'deleteAccount', { communityId, dryRun: false })
    expect(reasonOf(again)).toEqual({ reason: 'account_gone' })
  })

  it('somebody else with the same requestId learns nothing', async () => {
    const requestId = newRequestId()
    await leave(me, requestId)
    const other = await call(linli, 'stranger', 'deleteAccount', { communityId, dryRun: false }, requestId)
    expect(reasonOf(other)).toEqual({ reason: 'account_gone' })
  })
})

describe('a household where others stay', () => {
  async function family() {
    await here.resident('father')
    await moveInWith(linli, 'father', me)
    const { childId } = await addChild()
    return [{ kind: 'child', childId }]
  }

  it('goes on, with its children, their places and its points; what was asked for goes over', async () => {
    const child = await family()
    const { slotId, slots, sessionId } = await publish([seat(), post()])
    await book(slotId, child)
    await book(slots[1] ?? '')
    const seen = await leave()
    expect(seen).toMatchObject({ household: 'goes_on', children: 0, points: 0 })
    expect(seen.bookings).toHaveLength(1)
    expect(await holders(slotId)).toEqual(['小满'])
    expect(await holders(slots[1] ?? '')).toEqual([])
    expect(await bookingsOf('father')).toHaveLength(1)
    const { members, children } = await done(linli, 'father', 'getHousehold', { communityId })
    expect([members.map((it) => it.name), children.map((it) => it.nickname)]).toEqual([['father'], ['小满']])
    // Who is told of a change is somebody who reads it.
    await done(linli, 'cadre', 'cancelSession', {
      ...{ communityId, sessionId, cause: 'weather', note: '', dryRun: false },
    })
    const { notices } = await done(linli, 'father', 'listNotices', { communityId })
    expect(notices.map((it) => it.kind)).toContain('session_cancelled')
  })

  it('keeps the child in line that waited together with who goes', async () => {
    const child = await family()
    const { slotId } = await publish([seat({ ageBand: null, capacity: 2 })])
    for (const holder of ['h1', 'h2']) {
      await here.resident(holder)
      await book(slotId, self, holder)
    }
    await wait(slotId, me, [...self, ...child])
    await leave()
    const [, holder] = await rows<{ id: string }>('SELECT id FROM booking ORDER BY turn')
    await done(linli, 'h2', 'cancelBooking', { communityId, bookingId: holder?.id })
    expect(await holders(slotId)).toEqual(['h1', '小满'])
  })

  it('without another guardian has no children any more, and a guardian again', async () => {
    const child = await family()
    await rows(`UPDATE resident SET guardian = false WHERE open_id = 'father'`)
    const { slotId } = await publish([seat()])
    await book(slotId, child)
    expect(await look()).toMatchObject({ household: 'goes_on', children: 1, bookings: [{ places: 1 }] })
    await leave()
    const { guardian, children } = await done(linli, 'father', 'getHousehold', { communityId })
    expect([guardian, children]).toEqual([true, []])
    expect(await holders(slotId)).toEqual([])
  })
})

it('who comes back with the same identity is somebody new', async () => {
  const before = (await done(linli, me, 'whoAmI', {})).memberships[0]
  await leave()
  expect((await done(linli, me, 'whoAmI', {})).memberships).toEqual([])
  const { slotId } = await publish([post()])
  await book(slotId)
  const after = (await done(linli, me, 'whoAmI', {})).memberships[0]
  expect(after?.residentId).not.toBe(before?.residentId)
  expect(after).toMatchObject({ name: '', role: 'resident', confirmed: false })
})

it('nobody finds who is gone, and the log shows no name', async () => {
  await done(linli, 'cadre', 'listResidents', { communityId })
  await leave()
  const { matches } = await done(linli, 'cadre', 'findResidents', { communityId, names: [me, DEPARTED_NAME] })
  expect(matches).toEqual([[], []])
  const { entries } = await done(linli, 'cadre', 'listAudit', { communityId })
  expect(entries[0]).toMatchObject({ action: 'deleteAccount', actor: { name: DEPARTED_NAME } })
})

it('who is gone is called for nothing any more', async () => {
  const { slotId } = await publish([post({ capacity: 5 })])
  await leave()
  linli.clock.now = MONDAY + 2 * HOUR
  const { told } = await done(linli, 'cadre', 'sendSecondWave', { communityId, slotId })
  expect(told).toBe(1)
})

it('another community of the same person is left alone', async () => {
  const there = await settle(linli, '另一个社区')
  await there.resident(me)
  await leave()
  const { memberships } = await done(linli, me, 'whoAmI', {})
  expect(memberships.map((it) => it.communityId)).toEqual([there.communityId])
})

describe('what stays', () => {
  it('every table says what becomes of it when somebody leaves', async () => {
    const tables = await rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    expect(Object.keys(WHEN_SOMEBODY_LEAVES).sort()).toEqual(tables.map((it) => it.name).sort())
  })

  it('no row of any table has a name, a number, a door or a word of theirs', async () => {
    const secrets = ['林晓月', '小满的哥哥', '13812345678', '7788990011', '3栋', '我明明来了']
    await addChild('小满的哥哥')
    await done(linli, me, 'setAddress', { communityId, gridId: here.gridId, building: '3栋', door: '101' })
    await done(linli, me, 'setPhone', { communityId, phone: '138 1234 5678' })
    await done(linli, me, 'setRecordDetails', {
      communityId,
      volunteerNumber: '7788990011',
      namedInHonours: true,
    })
    await done(linli, me, 'claimSkill', { communityId, skill: 'tailoring' })
    await rows(`UPDATE resident SET confirmed_at = 1 WHERE open_id = $1`, [me])
    const first = await publish([post()])
    const second = await publish([post({ capacity: 1 })], SUNDAY)
    await book(first.slotId)
    await book(second.slotId)
    linli.clock.now = SATURDAY
    const { sessionId } = first
    const [mine] = await rows<{ id: string }>('SELECT id FROM resident WHERE open_id = $1', [me])
    await done(linli, 'cadre', 'markPresent', { communityId, sessionId, attendeeId: mine?.id, why: '当面' })
    linli.clock.now = SATURDAY + HOUR + MINUTE
    await done(linli, 'cadre', 'confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
    const { entries } = await done(linli, me, 'getStatement', { communityId })
    const disputed = { communityId, seq: entries[0]?.seq, cause: 'other', note: '我明明来了' }
    await done(linli, me, 'disputeEntry', disputed)
    expect(await look()).toMatchObject({ points: 10, records: 1 })
    const [row] = await rows<{ doorHash: string }>(
      'SELECT door_hash AS "doorHash" FROM household WHERE door_hash IS NOT NULL',
    )
    await leave()
    const dump = await everything()
    for (const secret of [...secrets, row?.doorHash ?? 'no door'])
      expect([secret, found(dump, secret)]).toEqual([secret, []])
    // The record is there still, and the ledger, whose account is empty.
    expect(await rows('SELECT minutes FROM service_record')).toEqual([{ minutes: 60 }])
    expect(await rows('SELECT sum(balance)::int AS balance FROM household')).toEqual([{ balance: 0 }])
  })
})

async function everything(): Promise<Record<string, string>> {
  const dump: Record<string, string> = {}
  for (const table of Object.keys(WHEN_SOMEBODY_LEAVES)) {
    const all = await rows<{ row: string }>(`SELECT t::text AS row FROM ${table} t`)
    dump[table] = all.map((it) => it.row).join('\n')
  }
  return dump
}
const found = (dump: Record<string, string>, secret: string) =>
  Object.keys(dump).filter((table) => dump[table]?.includes(secret))

describe('an application for a draw', () => {
  const FRIDAY = Date.parse('2026-03-06T20:00:00+08:00')
  const drawn = (change: object = {}) => {
    const drawAt = new Date(FRIDAY).toISOString()
    return publish([seat({ ageBand: null, capacity: 1, allocation: 'draw', drawAt, ...change })])
  }
  const apply = (slotId: string, who: string) =>
    done(linli, who, 'applyForDraw', { communityId, slotId, party: self, points: 0 })

  it('is withdrawn before the list is frozen, and the other one wins', async () => {
    const { slotId } = await drawn()
    await apply(slotId, me)
    await apply(slotId, 'next')
    expect((await look()).applications).toEqual([{ title: '周六绘本课', startsAt: SATURDAY, frozen: false }])
    await leave()
    linli.clock.now = FRIDAY + MINUTE
    await tick(linli, linli.clock.now)
    expect(await holders(slotId)).toEqual(['next'])
    expect((await done(linli, 'next', 'getDrawRecord', { communityId, slotId })).applications).toHaveLength(1)
  })

  it('on a frozen list stays on it, is passed over, and the draw is run', async () => {
    const { slotId } = await drawn({ publicNumber: true })
    await apply(slotId, me)
    await apply(slotId, 'next')
    linli.clock.now = FRIDAY + MINUTE
    await tick(linli, linli.clock.now)
    expect((await look()).applications[0]?.frozen).toBe(true)
    await leave()
    linli.clock.now = FRIDAY + 10 * HOUR
    await tick(linli, linli.clock.now)
    const record = await done(linli, 'next', 'getDrawRecord', { communityId, slotId })
    expect(record.applications.map((it) => it.passedOver).sort()).toEqual(['household_changed', null])
    linli.clock.now = FRIDAY + 13 * HOUR
    await tick(linli, linli.clock.now)
    expect(await holders(slotId)).toEqual(['next'])
  })
})
