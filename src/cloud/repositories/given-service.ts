import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface NewServiceRecord {
  id: string
  residentId: string
  slotId: string
  minutes: number
  points: number
  movementId: string | null
  /** the person's choice when it was confirmed */
  hoursOnly: boolean
}

/** Keeps the hours of people in one session; the table's key lets each presence stand once. */
export async function insertServiceRecords(
  tx: Transaction,
  communityId: string,
  session: { id: string; startsAt: Instant },
  records: NewServiceRecord[],
  { confirmedBy, now }: { confirmedBy: string; now: Instant },
): Promise<void> {
  if (records.length === 0) return
  await tx.query(
    `INSERT INTO service_record (community_id, id, resident_id, slot_id, minutes, points, movement_id, hours_only,
                                 session_id, starts_at, confirmed_by, created_at)
     SELECT $1, r.*, $2, $3, $4, $5
     FROM unnest($6::text[], $7::text[], $8::text[], $9::int[], $10::int[], $11::text[], $12::boolean[]) AS r`,
    [
      communityId,
      session.id,
      session.startsAt,
      confirmedBy,
      now,
      records.map((it) => it.id),
      records.map((it) => it.residentId),
      records.map((it) => it.slotId),
      records.map((it) => it.minutes),
      records.map((it) => it.points),
      records.map((it) => it.movementId),
      records.map((it) => it.hoursOnly),
    ],
  )
}

/** What a presence brought so far, corrections included. */
export interface GivenRow {
  recordId: string
  residentId: string
  slotId: string
  minutes: number
  points: number
  hoursOnly: boolean
  /** of the first points; null: none were given yet */
  movementId: string | null
}

/** Of one session. */
export function listGiven(tx: Transaction, communityId: string, sessionId: string): Promise<GivenRow[]> {
  return tx.query<GivenRow>(
    `SELECT r.id AS "recordId", r.resident_id AS "residentId", r.slot_id AS "slotId", r.hours_only AS "hoursOnly",
            (r.minutes + coalesce(sum(k.minutes), 0))::int AS minutes,
            (r.points + coalesce(sum(k.points), 0))::int AS points, m.id AS "movementId"
     FROM service_record r
     LEFT JOIN service_correction k ON k.community_id = r.community_id AND k.record_id = r.id
     LEFT JOIN points_movement m ON m.community_id = r.community_id AND m.kind = 'service'
                                AND m.session_id = r.session_id AND m.attendee_id = r.resident_id
     WHERE r.community_id = $1 AND r.session_id = $2
     GROUP BY r.community_id, r.id, m.id`,
    [communityId, sessionId],
  )
}

export async function findHoursOnly(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ hoursOnly: boolean }>(
    'SELECT hours_only AS "hoursOnly" FROM resident WHERE community_id = $1 AND id = $2',
    [communityId, residentId],
  )
  return row?.hoursOnly ?? false
}

export async function saveHoursOnly(
  tx: Transaction,
  communityId: string,
  residentId: string,
  hoursOnly: boolean,
): Promise<void> {
  await tx.query('UPDATE resident SET hours_only = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    residentId,
    hoursOnly,
  ])
}
