import type { ActivityKind } from '@/domain/activity'
import type { Evaluation } from '@/domain/evaluation'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** From the first moment until before `until`. */
export interface Span {
  from: Instant
  until: Instant
}

export interface ServiceRecordRow {
  id: string
  sessionId: string
  activityKind: ActivityKind
  activityTitle: string
  slotTitle: string
  place: string
  startsAt: Instant
  /** after corrections, as are the points */
  minutes: number
  points: number
  evaluation: Evaluation | null
  /** whom the call names as contact; empty: nobody */
  leader: string
  recorderRole: Role
  recorderName: string | null
}

/** Of one person, latest first. */
export function listServiceRecords(
  tx: Transaction,
  communityId: string,
  residentId: string,
  { from, until }: Span,
  before: { at: Instant; id: string },
  limit: number,
): Promise<ServiceRecordRow[]> {
  return tx.query<ServiceRecordRow>(
    `SELECT r.id, r.session_id AS "sessionId", a.kind AS "activityKind", a.title AS "activityTitle", sl.title AS "slotTitle", s.place,
            r.starts_at AS "startsAt", r.minutes, r.points, e.evaluation, a.contact AS leader,
            w.role AS "recorderRole", w.name AS "recorderName"
     FROM service_served r
     JOIN session s ON s.community_id = r.community_id AND s.id = r.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     JOIN slot sl ON sl.community_id = r.community_id AND sl.id = r.slot_id
     JOIN resident w ON w.community_id = r.community_id AND w.id = r.confirmed_by
     LEFT JOIN service_evaluation e ON e.community_id = r.community_id AND e.record_id = r.id
     WHERE r.community_id = $1 AND r.resident_id = $2 AND r.starts_at >= $3 AND r.starts_at < $4
       AND (r.starts_at, r.id) < ($5, $6)
     ORDER BY r.starts_at DESC, r.id DESC LIMIT $7`,
    [communityId, residentId, from, until, before.at, before.id, limit],
  )
}

export interface ServedSum {
  minutes: number
  times: number
}

/** What one person served in a span: in all, by kind of activity, and by kind and title, the most minutes first. */
export async function sumServed(
  tx: Transaction,
  communityId: string,
  residentId: string,
  { from, until }: Span,
): Promise<{
  total: ServedSum
  kinds: (ServedSum & { kind: ActivityKind })[]
  activities: (ServedSum & { kind: ActivityKind; title: string })[]
}> {
  const rows = await tx.query<ServedSum & { kind: ActivityKind | null; title: string | null }>(
    `SELECT a.kind, a.title, coalesce(sum(r.minutes), 0)::int AS minutes, count(*)::int AS times
     FROM service_served r
     JOIN session s ON s.community_id = r.community_id AND s.id = r.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE r.community_id = $1 AND r.resident_id = $2 AND r.starts_at >= $3 AND r.starts_at < $4
     GROUP BY GROUPING SETS ((), (a.kind), (a.kind, a.title))
     ORDER BY minutes DESC, times DESC, a.kind, a.title`,
    [communityId, residentId, from, until],
  )
  const sums: Awaited<ReturnType<typeof sumServed>> = {
    total: { minutes: 0, times: 0 },
    kinds: [],
    activities: [],
  }
  for (const { kind, title, minutes, times } of rows) {
    if (kind === null) sums.total = { minutes, times }
    else if (title === null) sums.kinds.push({ kind, minutes, times })
    else sums.activities.push({ kind, title, minutes, times })
  }
  return sums
}

/** By everybody in one session. */
export function listServedInSession(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<{ residentId: string; householdId: string; minutes: number }[]> {
  return tx.query(
    `SELECT r.resident_id AS "residentId", w.household_id AS "householdId", r.minutes FROM service_served r
     JOIN resident w ON w.community_id = r.community_id AND w.id = r.resident_id
     WHERE r.community_id = $1 AND r.session_id = $2`,
    [communityId, sessionId],
  )
}

/** Everything one person has served, the first one first. */
export function listServed(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<{ startsAt: Instant; minutes: number }[]> {
  return tx.query(
    `SELECT starts_at AS "startsAt", minutes FROM service_served
     WHERE community_id = $1 AND resident_id = $2 ORDER BY starts_at, id`,
    [communityId, residentId],
  )
}

/** Of all years together, of each of these people. */
export function sumServedBy(
  tx: Transaction,
  communityId: string,
  residents: string[],
): Promise<(ServedSum & { residentId: string })[]> {
  return tx.query(
    `SELECT resident_id AS "residentId", sum(minutes)::int AS minutes, count(*)::int AS times FROM service_served
     WHERE community_id = $1 AND resident_id = ANY($2) GROUP BY resident_id`,
    [communityId, residents],
  )
}

/** Of all years together, and when the first service was; null: there is none. */
export async function findServedSince(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<{ totalMinutes: number; firstAt: Instant | null }> {
  const [row] = await tx.query<{ totalMinutes: number; firstAt: Instant | null }>(
    `SELECT coalesce(sum(minutes), 0)::int AS "totalMinutes", min(starts_at) AS "firstAt" FROM service_served
     WHERE community_id = $1 AND resident_id = $2`,
    [communityId, residentId],
  )
  return row ?? { totalMinutes: 0, firstAt: null }
}

export interface RecordDetails {
  volunteerNumber: string | null
  namedInHonours: boolean
}

const DETAILS = 'volunteer_number AS "volunteerNumber", named_in_honours AS "namedInHonours"'

/** What a resident has set for their record. */
export async function findRecordDetails(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<RecordDetails> {
  const [row] = await tx.query<RecordDetails>(
    `SELECT ${DETAILS} FROM resident WHERE community_id = $1 AND id = $2`,
    [communityId, residentId],
  )
  return row ?? { volunteerNumber: null, namedInHonours: false }
}

export async function saveRecordDetails(
  tx: Transaction,
  communityId: string,
  residentId: string,
  { volunteerNumber, namedInHonours }: RecordDetails,
): Promise<void> {
  await tx.query(
    'UPDATE resident SET volunteer_number = $3, named_in_honours = $4 WHERE community_id = $1 AND id = $2',
    [communityId, residentId, volunteerNumber, namedInHonours],
  )
}

/** What services of these people have brought in points, corrections included; none where the books are open. */
export async function listEarned(
  tx: Transaction,
  communityId: string,
  people: { sessionId: string; attendeeId: string }[],
): Promise<{ sessionId: string; attendeeId: string; points: number }[]> {
  if (people.length === 0) return []
  return tx.query(
    `SELECT session_id AS "sessionId", resident_id AS "attendeeId", points FROM service_served
     WHERE community_id = $1 AND (session_id, resident_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [communityId, people.map((it) => it.sessionId), people.map((it) => it.attendeeId)],
  )
}
