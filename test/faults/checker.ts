import { isDeepStrictEqual } from 'node:util'
import { toWire } from '@/contract/instants'
import { deservedBy } from '@/cloud/allotment/next-in-line'
import { openSlot } from '@/cloud/allotment/open-slot'
import type { Database } from '@/cloud/db/database'
import { DAY, type Instant } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import type { Operation } from './history'

/** Answers are kept seven days: what is older than that is not looked for. */
const LOOKED_BACK = 6 * DAY

interface KeptRow {
  who: string
  requestId: string
  action: string
  data: string
}

/** Each finds effects that are half done, done twice, or that nobody asked for; none may find any. */
const effects: Record<string, string> = {
  'a booking from nowhere, or of two requests': `
    SELECT b.id, b.source FROM booking b LEFT JOIN answer a ON a.community_id = b.community_id
      AND a.action IN ('bookSlot', 'acceptOffer') AND a.data::json ->> 'bookingId' = b.id
    WHERE b.created_at > $1 GROUP BY b.community_id, b.id, b.source
    HAVING count(a.request_id) > 1 OR (count(a.request_id) = 0 AND b.source <> 'waitlist')`,
  'a booking from the waitlist without its place in the line': `
    SELECT b.slot_id, b.household_id FROM booking b WHERE b.source = 'waitlist' GROUP BY b.community_id, b.slot_id, b.household_id
    HAVING count(*) > (SELECT count(*) FROM waitlist_entry w WHERE w.community_id = b.community_id AND w.slot_id = b.slot_id
      AND w.household_id = b.household_id AND w.ended_by = 'booked')`,
  // Who books directly leaves the line by it.
  'a wait that ended in a booking which is not there': `
    SELECT w.slot_id, w.household_id FROM waitlist_entry w WHERE w.ended_by = 'booked' GROUP BY w.community_id, w.slot_id, w.household_id
    HAVING count(*) > (SELECT count(*) FROM booking b WHERE b.community_id = w.community_id AND b.slot_id = w.slot_id
      AND b.household_id = w.household_id)`,
  'an answered booking that is not there': `
    SELECT a.request_id FROM answer a LEFT JOIN place p ON p.community_id = a.community_id AND p.booking_id = a.data::json ->> 'bookingId'
    WHERE a.action IN ('bookSlot', 'acceptOffer') GROUP BY a.community_id, a.resident_id, a.request_id HAVING count(p.booking_id) <> 1`,
  'a wait from nowhere, or of two requests': `
    SELECT w.id FROM waitlist_entry w LEFT JOIN answer a ON a.community_id = w.community_id
      AND a.action = 'joinWaitlist' AND a.data::json ->> 'waitlistEntryId' = w.id
    WHERE w.joined_at > $1 GROUP BY w.community_id, w.id HAVING count(a.request_id) <> 1`,
  'an answered wait that is not there': `
    SELECT a.request_id FROM answer a WHERE a.action = 'joinWaitlist' AND NOT EXISTS (SELECT FROM waitlist_entry w
      WHERE w.community_id = a.community_id AND w.id = a.data::json ->> 'waitlistEntryId')`,
  'a presence without its points': `
    SELECT p.session_id, p.attendee_id FROM place p WHERE p.outcome = 'present' AND p.slot_kind = 'post'
      -- Who came too late served too little for points: whole minutes, 60 % of the time.
      AND (p.ends_at - greatest(p.starts_at, p.checked_in_at)) / 60000 * 60000 * 100 >= (p.ends_at - p.starts_at) * 60 AND 1 <>
      (SELECT count(*) FROM points_movement m WHERE m.community_id = p.community_id AND m.kind = 'service'
       AND m.session_id = p.session_id AND m.attendee_id = p.attendee_id)`,
  'points without a presence': `
    SELECT m.id FROM points_movement m WHERE m.kind = 'service' AND NOT EXISTS (SELECT FROM place p
      WHERE p.community_id = m.community_id AND p.session_id = m.session_id AND p.attendee_id = m.attendee_id AND p.outcome = 'present')`,
  'points other than the answers said': `
    SELECT s.id FROM session s WHERE s.starts_at > $1 AND
      (SELECT coalesce(sum(e.amount), 0) FROM points_movement m JOIN points_entry e ON e.community_id = m.community_id
         AND e.movement_id = m.id AND e.seq IS NOT NULL
       WHERE m.community_id = s.community_id AND m.session_id = s.id AND m.kind = 'service')
      <> (SELECT coalesce(sum((a.data::json ->> 'points')::int), 0) FROM answer a WHERE a.community_id = s.community_id
          AND a.action = 'confirmSession' AND a.data::json #>> '{roster,session,id}' = s.id)`,
  'a place of the window without its payment': `
    SELECT p.booking_id FROM place p WHERE p.paid > 0 AND NOT EXISTS (SELECT FROM points_movement m
      WHERE m.community_id = p.community_id AND m.id = p.payment_id AND m.kind = 'booking')`,
  'a payment without a booking': `
    SELECT m.id FROM points_movement m WHERE m.kind = 'booking' AND NOT EXISTS (SELECT FROM place p
      WHERE p.community_id = m.community_id AND p.payment_id = m.id)`,
}

/** Slots with places left while somebody waits. */
const LEFT_FREE = `
    SELECT s.community_id AS "communityId", s.id FROM slot s JOIN session t ON t.community_id = s.community_id AND t.id = s.session_id
    WHERE t.starts_at > $1 AND s.opens_at <= $1 AND s.held < s.capacity AND EXISTS
      (SELECT FROM waitlist_entry w WHERE w.community_id = s.community_id AND w.slot_id = s.id AND w.ended_at IS NULL)`

/** Who is suspended, or somewhere else then, waits beside a free place; who may have it by the rule, does not. */
async function leftFree(database: Database, now: Instant): Promise<string[]> {
  const found: string[] = []
  const slots = await database.transaction((tx) =>
    tx.query<{ communityId: string; id: string }>(LEFT_FREE, [now]),
  )
  for (const { communityId, id } of slots) {
    const entries = await database.transaction(async (tx) => {
      const open = await openSlot(tx, communityId, id, { households: [], frees: false, now })
      return open?.waiting.filter((party) => deservedBy(open, party) !== null) ?? []
    })
    found.push(
      ...entries.map((entry) => `a place left free while somebody waits who may have it: ${id} ${entry.id}`),
    )
  }
  return found
}

/** @returns one line for each violation */
export async function check(database: Database, operations: Operation[], now: Instant): Promise<string[]> {
  const since = now - LOOKED_BACK
  const found = (await brokenInvariants(database)).map((line) => `invariant ${line}`)
  for (const [name, sql] of Object.entries(effects)) {
    const rows = await database.transaction((tx) => tx.query(sql.replaceAll('$1', String(since))))
    for (const row of rows) found.push(`${name}: ${JSON.stringify(row)}`)
  }
  const kept = await database.transaction((tx) =>
    tx.query<KeptRow>(
      `SELECT r.open_id AS who, a.request_id AS "requestId", a.action, a.data FROM answer a
       JOIN resident r ON r.community_id = a.community_id AND r.id = a.resident_id`,
    ),
  )
  found.push(...compare(operations, kept, since), ...(await leftFree(database, now)))
  const holds = await database.transaction((tx) => tx.query<Places>(PLACES))
  return [...found, ...follow(operations, new Map(kept.map((row) => [row.requestId, row])), holds)]
}

/** What was answered is what is kept, and what is kept was asked. */
function compare(operations: Operation[], kept: KeptRow[], since: Instant): string[] {
  const found: string[] = []
  const asked = new Map(operations.map((operation) => [operation.requestId, operation]))
  const rows = new Map(kept.map((row) => [row.requestId, row]))
  for (const { requestId, who, action } of kept) {
    const operation = asked.get(requestId)
    if (operation?.who !== who || operation.action !== action)
      found.push(`${action} ${requestId}: nobody asked it`)
    else if (operation.outcome !== 'done' && !operation.mayBeDone)
      found.push(`${action} ${requestId}: done, though answered ${operation.outcome}`)
  }
  for (const { requestId, action, outcome, data, at } of operations) {
    if (outcome !== 'done' || at < since) continue
    const row = rows.get(requestId)
    if (!row) found.push(`${action} ${requestId}: acknowledged, and lost`)
    else if (!isDeepStrictEqual(toWire(JSON.parse(row.data)), data))
      found.push(`${action} ${requestId}: kept is another answer than was given`)
  }
  return found
}

interface Places {
  bookingId: string
  who: string
  sessionId: string
  cancelled: boolean
  checkedIn: boolean
}

const PLACES = `
  SELECT p.booking_id AS "bookingId", r.open_id AS who, p.session_id AS "sessionId",
         p.cancelled_at IS NOT NULL AS cancelled, p.checked_in_at IS NOT NULL AS "checkedIn"
  FROM place p JOIN resident r ON r.community_id = p.community_id AND r.id = p.attendee_id`

/** Cancelled and checked in is who asked for it, and nobody else. */
function follow(operations: Operation[], kept: Map<string, KeptRow>, places: Places[]): string[] {
  const carriedOut = operations.filter(({ outcome, requestId }) => outcome === 'done' || kept.has(requestId))
  const idsOf = (action: string, id: (operation: Operation) => string) =>
    new Set(carriedOut.filter((operation) => operation.action === action).map(id))
  const payload = (operation: Operation) => operation.payload as { bookingId?: string; sessionId?: string }
  const cancelled = idsOf('cancelBooking', (it) => payload(it).bookingId ?? '')
  const checkedIn = idsOf('checkIn', (it) => `${it.who} ${payload(it).sessionId}`)
  const present = new Set(places.filter((it) => it.checkedIn).map((it) => `${it.who} ${it.sessionId}`))
  return [
    ...places
      .filter((it) => it.cancelled !== cancelled.has(it.bookingId))
      .map(
        (it) => `booking ${it.bookingId}: ${it.cancelled ? 'cancelled by nobody' : 'its cancelling is lost'}`,
      ),
    ...[...checkedIn].filter((it) => !present.has(it)).map((it) => `check-in of ${it}: lost`),
    ...[...present].filter((it) => !checkedIn.has(it)).map((it) => `check-in of ${it}: by nobody`),
  ]
}
