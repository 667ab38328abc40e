import type { StatementEntry } from '@/contract/get-statement'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export async function findBalance(tx: Transaction, communityId: string, accountId: string): Promise<number> {
  const [row] = await tx.query<{ balance: number }>(
    'SELECT balance FROM household WHERE community_id = $1 AND id = $2',
    [communityId, accountId],
  )
  return row?.balance ?? 0
}

/**
 * Movements of one account before `seq`, latest first, each with the session it came from. A return of
 * points from several lots is several entries, and one line to read.
 */
export function listMovements(
  tx: Transaction,
  communityId: string,
  accountId: string,
  before: number,
  limit: number,
): Promise<StatementEntry[]> {
  return tx.query<StatementEntry>(
    `SELECT e.seq, m.kind,
            (SELECT sum(o.amount)::int FROM points_entry o WHERE o.community_id = e.community_id
             AND o.movement_id = e.movement_id AND o.account_id = e.account_id) AS amount,
            e.balance, e.created_at AS "createdAt", a.title AS "activityTitle",
            s.starts_at AS "sessionStartsAt", p.check_in_method AS "checkInMethod"
     FROM points_entry e
     JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
     LEFT JOIN session s ON s.community_id = m.community_id AND s.id = m.session_id
     LEFT JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     LEFT JOIN place p ON m.kind = 'service' AND p.community_id = m.community_id AND p.booking_id = m.booking_id
                      AND p.attendee_id = m.attendee_id
     WHERE e.community_id = $1 AND e.account_id = $2 AND e.seq < $3
       AND NOT EXISTS (SELECT 1 FROM points_entry l WHERE l.community_id = e.community_id
                       AND l.movement_id = e.movement_id AND l.account_id = e.account_id AND l.seq > e.seq)
     ORDER BY e.seq DESC LIMIT $4`,
    [communityId, accountId, before, limit],
  )
}

export interface ServiceRecordRow {
  id: string
  activityKind: string
  activityTitle: string
  slotTitle: string
  place: string
  startsAt: Instant
  minutes: number
  points: number
}

/** Of one person, latest first. */
export function listServiceRecords(
  tx: Transaction,
  communityId: string,
  residentId: string,
  before: { at: Instant; id: string },
  limit: number,
): Promise<ServiceRecordRow[]> {
  return tx.query<ServiceRecordRow>(
    `SELECT r.id, a.kind AS "activityKind", a.title AS "activityTitle", sl.title AS "slotTitle", s.place,
            r.starts_at AS "startsAt", r.minutes + coalesce(c.minutes, 0)::int AS minutes,
            r.points + coalesce(c.points, 0)::int AS points
     FROM service_record r
     LEFT JOIN LATERAL (SELECT sum(minutes) AS minutes, sum(points) AS points FROM service_correction c
                        WHERE c.community_id = r.community_id AND c.record_id = r.id) c ON true
     JOIN session s ON s.community_id = r.community_id AND s.id = r.session_id
     JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     JOIN slot sl ON sl.community_id = r.community_id AND sl.id = r.slot_id
     WHERE r.community_id = $1 AND r.resident_id = $2 AND (r.starts_at, r.id) < ($3, $4)
     ORDER BY r.starts_at DESC, r.id DESC LIMIT $5`,
    [communityId, residentId, before.at, before.id, limit],
  )
}

/** Minutes one person has served since a moment. */
export async function sumMinutes(
  tx: Transaction,
  communityId: string,
  residentId: string,
  since: Instant,
): Promise<number> {
  const [row] = await tx.query<{ minutes: number }>(
    `SELECT (coalesce(sum(r.minutes), 0) + coalesce(sum(c.minutes), 0))::int AS minutes
     FROM service_record r
     LEFT JOIN LATERAL (SELECT sum(minutes) AS minutes FROM service_correction c
                        WHERE c.community_id = r.community_id AND c.record_id = r.id) c ON true
     WHERE r.community_id = $1 AND r.resident_id = $2 AND r.starts_at >= $3`,
    [communityId, residentId, since],
  )
  return row?.minutes ?? 0
}

/** Keeps the hours of a person; the table's key lets each presence stand once. */
export async function insertServiceRecord(
  tx: Transaction,
  communityId: string,
  record: {
    id: string
    residentId: string
    sessionId: string
    slotId: string
    minutes: number
    movementId: string | null
    points: number
    confirmedBy: string
    startsAt: Instant
    now: Instant
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO service_record (community_id, id, resident_id, session_id, slot_id, minutes, movement_id, points,
                                 confirmed_by, starts_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      communityId,
      record.id,
      record.residentId,
      record.sessionId,
      record.slotId,
      record.minutes,
      record.movementId,
      record.points,
      record.confirmedBy,
      record.startsAt,
      record.now,
    ],
  )
}

/** Says anew what a presence is worth: differences to its record, which itself stays as it was written. */
export async function insertServiceCorrection(
  tx: Transaction,
  communityId: string,
  correction: {
    id: string
    recordId: string
    minutes: number
    points: number
    movementId: string | null
    correctedBy: string
    now: Instant
  },
): Promise<void> {
  const { id, recordId, minutes, points, movementId, correctedBy, now } = correction
  await tx.query(
    `INSERT INTO service_correction (community_id, id, record_id, minutes, points, movement_id, corrected_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, recordId, minutes, points, movementId, correctedBy, now],
  )
}
