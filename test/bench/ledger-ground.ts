import pg from 'pg'
import { randomBytes } from 'node:crypto'
import type { Database } from '@/cloud/db/database'
import { openPostgres } from '@/cloud/db/postgres'
import { insertPostings } from '@/cloud/repositories/points'
import { credit, debit, type Account, type Movement, type Posting } from '@/domain/account'
import { CHAIN_START } from '@/domain/ledger'
import { POINTS_LAST } from '@/domain/points'
import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'

const COMMUNITY = 'bench0'
const POINTS = 10
/** place from the end of the oldest entry within the year in which points last: of an earning, so odd */
const OF_THIS_YEAR = 101
/** credits at the end of an account that nothing has been paid from yet */
const UNSPENT = 10
const AT_A_TIME = 4000

export interface LedgerGround {
  url: string
  database: Database
  communityId: string
  now: Instant
  /** @returns the openId of somebody whose household has so many entries, each as bookings and services leave it */
  fill: (entries: number) => Promise<string>
  /** After filling, before measuring: what a service left behind, and what the planner knows. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

/** A database of its own with one community, whose households earn and pay in turns. */
export async function openLedgerGround(server: string): Promise<LedgerGround> {
  const name = `linli_ledger_${randomBytes(4).toString('hex')}`
  await run(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openPostgres({ url: url.href, migrationUrl: url.href, connections: 2 })
  const now = Date.now()
  await run(url.href, FOUND.replaceAll('$now', String(now)))
  let accounts = 0
  let sessions = 0
  return {
    ...{ url: url.href, database, communityId: COMMUNITY, now },
    async fill(entries) {
      accounts += 1
      const id = `x${String(accounts).padStart(11, '0')}`
      const needed = Math.ceil(entries / 2) + UNSPENT
      if (needed > sessions) await addSessions(url.href, sessions, (sessions = needed), now)
      await run(url.href, HOUSEHOLD.replaceAll('$now', String(now)).replaceAll('$id', id))
      await earnAndPay(database, id, entries, now)
      return id
    },
    settle: async () => {
      await run(url.href, SERVED)
      await run(url.href, 'VACUUM ANALYZE')
    },
    async close() {
      await database.close()
      await run(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function earnAndPay(database: Database, id: string, entries: number, now: Instant): Promise<void> {
  let account: Account = { head: CHAIN_START, lots: [] }
  for (let from = 0; from < entries; from += AT_A_TIME) {
    const postings: Posting[] = []
    for (let index = from; index < Math.min(entries, from + AT_A_TIME); index += 1) {
      const next = turn(account, movementOf(id, index, entries, now), entries - index)
      postings.push(next.posting)
      account = { head: next.account.head, lots: next.account.lots.filter((lot) => lot.left > 0) }
    }
    await database.transaction((tx) => insertPostings(tx, COMMUNITY, postings))
  }
}

/** What was earned is paid with next; only the last ones are kept. */
function turn(account: Account, movement: Movement, toGo: number): { account: Account; posting: Posting } {
  const paid = movement.kind === 'booking' ? debit(account, movement, POINTS) : null
  if (paid && toGo > UNSPENT) return paid
  const expiresAt = movement.createdAt + POINTS_LAST
  return credit(account, { ...movement, kind: 'service' }, [{ amount: POINTS, expiresAt }])
}

/** The year's entries some days apart, those before them a minute. */
const momentOf = (fromEnd: number, now: Instant): Instant =>
  now -
  HOUR -
  Math.min(fromEnd, OF_THIS_YEAR) * 3 * DAY -
  (fromEnd > OF_THIS_YEAR ? POINTS_LAST : 0) -
  fromEnd * MINUTE

function movementOf(id: string, index: number, entries: number, now: Instant): Movement {
  const toGo = entries - index
  // Each service in a session of its own: the last ones are not paid with, and follow one another.
  const session = toGo <= UNSPENT ? Math.ceil(entries / 2) + toGo - 1 : Math.floor(index / 2)
  return {
    ...{ communityId: COMMUNITY, id: `${id}-${index}`, accountId: id, createdAt: momentOf(toGo - 1, now) },
    ...{ kind: index % 2 === 0 ? 'service' : 'booking', sessionId: `s${String(session).padStart(9, '0')}` },
    ...{ bookingId: `${id}-${index}`, attendeeId: id, reverses: null },
  }
}

async function addSessions(url: string, from: number, until: number, now: Instant): Promise<void> {
  await run(
    url,
    SESSIONS.replaceAll('$from', String(from))
      .replaceAll('$until', String(until))
      .replaceAll('$now', String(now)),
  )
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

const FOUND = `
  INSERT INTO community (id, name, created_at) VALUES ('${COMMUNITY}', 'bench', $now);
  INSERT INTO household (community_id, id, created_at) VALUES ('${COMMUNITY}', 'publisher', $now);
  INSERT INTO resident (community_id, id, household_id, open_id, name, role, guardian, joined_at, points_usable_from)
    VALUES ('${COMMUNITY}', 'publisher', 'publisher', 'publisher', NULL, 'cadre', true, $now, $now);
  INSERT INTO activity (community_id, id, kind, title, description, bring, risk_note, insurance, contact,
                        free_cancel_hours, created_at)
    VALUES ('${COMMUNITY}', 'bench', 'class', '周六绘本课', '', '', '', '', '', 12, $now);
  INSERT INTO recruitment_call (community_id, id, activity_id, published_by, published_at)
    VALUES ('${COMMUNITY}', 'bench', 'bench', 'publisher', $now);`

const HOUSEHOLD = `
  INSERT INTO household (community_id, id, created_at) VALUES ('${COMMUNITY}', '$id', $now);
  INSERT INTO resident (community_id, id, household_id, open_id, name, role, guardian, joined_at, points_usable_from,
                        confirmed_at)
    VALUES ('${COMMUNITY}', '$id', '$id', '$id', NULL, 'resident', true, $now, $now, $now);`

const SESSIONS = `
  INSERT INTO session (community_id, id, activity_id, call_id, place, starts_at, ends_at, secret, closed_at)
    SELECT '${COMMUNITY}', 's' || lpad(n::text, 9, '0'), 'bench', 'bench', '', $now - 86400000, $now - 82800000, '', $now
    FROM generate_series($from, $until - 1) AS n;
  INSERT INTO slot (community_id, id, session_id, rank, kind, title, capacity, with_children, points, share, opens_at)
    SELECT '${COMMUNITY}', 's' || lpad(n::text, 9, '0'), 's' || lpad(n::text, 9, '0'), 0, 'post', '领读', 5000, false,
           ${POINTS}, 0, 0
    FROM generate_series($from, $until - 1) AS n;`

// A statement tells of the place, the post and the hours of each entry.
const SERVED = `
  INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at)
    SELECT community_id, booking_id, session_id, session_id, attendee_id, attendee_id, 'general', created_at
    FROM points_movement;
  INSERT INTO place (community_id, booking_id, attendee_id, attendee_kind, slot_id, slot_kind, session_id, activity_id,
                     household_id, starts_at, ends_at, paid, in_window, created_at, cancelled_at, check_in_method)
    SELECT community_id, booking_id, attendee_id, 'resident', session_id, 'post', session_id, 'bench', attendee_id,
           created_at - ${HOUR}, created_at, 0, false, created_at,
           CASE kind WHEN 'booking' THEN created_at END, CASE kind WHEN 'service' THEN 'code' END
    FROM points_movement;
  INSERT INTO service_record (community_id, id, resident_id, session_id, slot_id, minutes, movement_id, points,
                              confirmed_by, starts_at, created_at)
    SELECT community_id, id, attendee_id, session_id, session_id, 60, id, ${POINTS}, 'publisher',
           created_at - ${HOUR}, created_at
    FROM points_movement WHERE kind = 'service';`
