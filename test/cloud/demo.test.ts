import { verifyLedger } from '@/cloud/ledger-check'
import { seed } from '@/cloud/demo/seed'
import type { Database, Transaction } from '@/cloud/db/database'
import type { SlotView } from '@/contract/session-view'
import { AGE_BANDS } from '@/domain/age-band'
import { phaseAt } from '@/domain/priority'
import { DAY, HOUR } from '@/domain/time'
import { call, deploy, done, reasonOf, type TestDeployment } from './deployment'

const WEDNESDAY = Date.parse('2026-03-11T12:00:00+08:00')
// By then this week and the next have passed without a start, and the week of the start is over too.
const NEXT_SUNDAY_NIGHT = Date.parse('2026-03-29T21:30:00+08:00')
const communityId = 'dem000'

let linli: TestDeployment
const said: string[] = []

const seedInto = (database: Database, now: number) =>
  seed(database, { doorKey: linli.services.doorKey, now, say: (line) => said.push(line) })

const rows = <Row>(sql: string) => linli.database.transaction((tx) => tx.query<Row>(sql))
const as = (code: string) => `demo:${code}`

async function counts(): Promise<Record<string, number>> {
  const tables = await rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY 1`,
  )
  const counted: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await rows<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)
    counted[name] = row?.n ?? 0
  }
  return counted
}

/** Every session to come, as one of the personas sees it. */
async function sessionsAhead(code = 'parent') {
  const sessions = []
  for (let cursor: string | undefined; ;) {
    const page = await done(linli, as(code), 'listSessions', { communityId, cursor })
    for (const { id } of page.sessions) {
      sessions.push(await done(linli, as(code), 'getSession', { communityId, sessionId: id }))
    }
    if (page.nextCursor === null) return sessions
    cursor = page.nextCursor
  }
}

const left = (slot: SlotView) => slot.terms.capacity - slot.places.held

/** What there is to look at, whatever the day of the seeding. */
async function expectStatesWorthLookingAt(): Promise<void> {
  const now = linli.clock.now
  const sessions = await sessionsAhead()
  const of = (kind: string) =>
    sessions.filter((it) => it.activity.kind === kind && it.session.startsAt > now).flatMap((it) => it.slots)
  const seats = of('class').filter((slot) => slot.terms.kind === 'seat')
  const window = seats.find((slot) => phaseAt(slot.terms, now) === 'window')
  expect(window?.places).toMatchObject({ held: 8, heldByWindow: 8 })
  expect(
    seats.some((slot) => phaseAt(slot.terms, now) === 'general' && left(slot) >= 2 && left(slot) <= 5),
  ).toBe(true)
  expect(seats.some((slot) => left(slot) === 0 && slot.places.waitlist >= 4)).toBe(true)
  const posts = sessions.flatMap((it) => it.slots).filter((slot) => slot.terms.kind === 'post')
  expect(of('traffic_duty').some((slot) => left(slot) > 0 && slot.places.held > 0)).toBe(true)
  expect(posts.some((slot) => slot.terms.skill !== null && left(slot) > 0)).toBe(true)
  expect(of('clean_up').some((slot) => slot.terms.capacity === 100 && slot.places.held >= 55)).toBe(true)
  expect(new Set(sessions.map((it) => it.activity.kind)).size).toBeGreaterThanOrEqual(5)
}

async function expectWholeBooks(): Promise<void> {
  const wrong = await rows(
    `SELECT sl.id FROM slot sl WHERE sl.held <>
       (SELECT count(*) FROM place p WHERE p.community_id = sl.community_id AND p.slot_id = sl.id AND p.cancelled_at IS NULL)
       + (SELECT coalesce(sum(places), 0) FROM waitlist_offer o WHERE o.community_id = sl.community_id
          AND o.slot_id = sl.id AND o.ended_at IS NULL)`,
  )
  expect(wrong).toEqual([])
  const { broken } = await verifyLedger(linli.database)
  expect(broken).toEqual([])
}

/** A database whose process dies at the n-th statement. */
function dyingAt(statement: number, database: Database): Database {
  let count = 0
  return {
    close: () => database.close(),
    transaction: (work) =>
      database.transaction((tx) => {
        const dying: Transaction = {
          query: (sql, parameters) => {
            if ((count += 1) === statement) throw new Error('killed')
            return tx.query(sql, parameters)
          },
          last: (statements) => tx.last(statements),
        }
        return work(dying)
      }),
  }
}

describe('the demo community', () => {
  beforeAll(async () => {
    linli = await deploy(WEDNESDAY)
    await expect(seedInto(dyingAt(2500, linli.database), WEDNESDAY)).rejects.toThrow()
  }, 120_000)
  afterAll(() => linli.close())

  it('is not there at all while its seeding was interrupted', async () => {
    expect(await done(linli, '', 'listCommunities', {})).toMatchObject({ communities: [] })
    expect(Object.values(await counts()).filter((n) => n > 0)).toEqual([])
  })

  it('is seeded whole by the next start, and says how far it is', async () => {
    said.length = 0
    await seedInto(linli.database, WEDNESDAY)
    expect(await done(linli, '', 'listCommunities', {})).toEqual({
      communities: [{ id: communityId, name: '凤凰山社区' }],
      next: null,
    })
    expect(said.length).toBeGreaterThan(6)
    expect(linli.failures).toEqual([])
  }, 120_000)

  it('has the scale of a real one', async () => {
    const has = await counts()
    expect(has).toMatchObject({ community: 1, grid: 6 })
    const [staff] = await rows<{ n: number }>(`SELECT count(*) AS n FROM resident WHERE role <> 'resident'`)
    expect(staff?.n).toBe(18)
    expect(has.resident).toBeGreaterThanOrEqual(290)
    expect(has.household).toBeGreaterThanOrEqual(250)
    const bands = await rows<{ band: string }>('SELECT DISTINCT age_band AS band FROM child')
    expect(bands.map((row) => row.band).sort()).toEqual([...AGE_BANDS].sort())
    const named = await rows<{ name: string }>('SELECT name FROM resident')
    expect(new Set(named.map((row) => row.name)).size).toBe(named.length)
  })

  it('has residents waiting for a cadre, two of them at one door', async () => {
    const { doors } = await done(linli, as('cadre'), 'listUnconfirmed', { communityId })
    const waiting = doors.flatMap(({ households }) => households).flatMap(({ residents }) => residents)
    expect(waiting.filter((it) => !it.confirmed)).toHaveLength(15)
    expect(doors.every((it) => it.building !== null)).toBe(true)
    expect(doors.filter((it) => it.households.length === 2)).toHaveLength(1)
  })

  it('has a past that stands in ledger, records and audit log, and places that add up', async () => {
    const has = await counts()
    const { entries } = await verifyLedger(linli.database)
    expect(entries).toBeGreaterThanOrEqual(500)
    expect(has.service_record).toBeGreaterThanOrEqual(250)
    expect(has.audit_entry).toBeGreaterThanOrEqual(300)
    await expectWholeBooks()
  })

  it('has something of everything ahead', expectStatesWorthLookingAt)

  it('has a parent with two children and points, who can book both early', async () => {
    const household = await done(linli, as('parent'), 'getHousehold', { communityId })
    expect(household.confirmed).toBe(true)
    const { children } = household
    expect(children.map(({ ageBand, consentedAt }) => [ageBand, consentedAt !== null])).toEqual([
      ['3-6', true],
      ['3-6', true],
    ])
    const home = await done(linli, as('parent'), 'getHome', { communityId })
    expect(home.points.canPay).toBeGreaterThanOrEqual(40)
    expect(home.next).not.toBeNull()
    const { entries } = await done(linli, as('parent'), 'getStatement', { communityId })
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(['service', 'booking']))
    const slotId = await windowSlot()
    const party = children.map(({ id }) => ({ kind: 'child', childId: id }))
    await done(linli, as('parent'), 'bookSlot', { communityId, slotId, party })
  })

  it('has a parent without points, who is told what would help', async () => {
    const { children } = await done(linli, as('parent-new'), 'getHousehold', { communityId })
    const party = children.map(({ id }) => ({ kind: 'child', childId: id }))
    const slotId = await windowSlot()
    const refused = await call(linli, as('parent-new'), 'bookSlot', { communityId, slotId, party })
    expect(reasonOf(refused)).toMatchObject({
      reason: 'not_open_yet',
      have: 0,
      need: 10,
      needsConfirmation: false,
    })
  })

  it('has a volunteer with hours behind and a post before them', async () => {
    const home = await done(linli, as('volunteer'), 'getHome', { communityId })
    expect(home.points.minutesThisYear).toBeGreaterThan(300)
    expect(home.next).toMatchObject({ kind: 'post' })
    expect(home.next?.session.startsAt).toBeLessThan(linli.clock.now + 3 * DAY)
  })

  it('has an older resident with points and a free chair at the barber', async () => {
    const { points } = await done(linli, as('elder'), 'getHome', { communityId })
    expect(points.canPay).toBeGreaterThan(0)
    const haircut = (await sessionsAhead('elder')).find((it) => it.activity.kind === 'haircut')
    const slotId = haircut?.slots[0]?.id
    await done(linli, as('elder'), 'bookSlot', { communityId, slotId, party: [{ kind: 'self' }] })
  })

  it('has a cadre with books to close, an admin, and a visitor who is no member', async () => {
    const { sessions } = await done(linli, as('cadre'), 'listCalls', { communityId, which: 'open' })
    expect(sessions.some((it) => it.endsAt < linli.clock.now)).toBe(true)
    expect(await done(linli, as('admin'), 'whoAmI', {})).toMatchObject({ memberships: [{ role: 'admin' }] })
    expect(await done(linli, as('visitor'), 'whoAmI', {})).toMatchObject({ memberships: [] })
  })

  it('is left as it is by a second start', async () => {
    const before = await counts()
    said.length = 0
    await seedInto(linli.database, WEDNESDAY + HOUR)
    expect(await counts()).toEqual(before)
    expect(said).toEqual([])
  })

  it('moves on with a start in a later week, even on its Sunday night', async () => {
    linli.clock.now = NEXT_SUNDAY_NIGHT
    await seedInto(linli.database, NEXT_SUNDAY_NIGHT)
    await expectStatesWorthLookingAt()
    await expectWholeBooks()
    const forgotten = await rows(
      `SELECT id FROM session WHERE closed_at IS NULL AND ends_at < ${NEXT_SUNDAY_NIGHT - DAY}`,
    )
    expect(forgotten).toEqual([])
    const [seat] = await rows(`SELECT id FROM waitlist_entry WHERE ended_by = 'booked'`)
    expect(seat).toBeDefined()
    expect(linli.failures).toEqual([])
  }, 120_000)
})

/** The seats of the class that is in its window. */
async function windowSlot(): Promise<string | undefined> {
  const slots = (await sessionsAhead()).flatMap((it) => it.slots)
  return slots.find((slot) => slot.terms.kind === 'seat' && phaseAt(slot.terms, linli.clock.now) === 'window')
    ?.id
}
