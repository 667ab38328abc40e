import type { SessionTime } from '@/domain/call'
import type { CancelCause } from '@/domain/cancellation'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { SlotRow } from './slot'

/** Somebody whom a change of a session concerns, once however often they stand in it. */
export interface ConcernedResident {
  residentId: string
  householdId: string
  /** booked places that are still held; who does not only waits or has applied */
  holds: boolean
  /** when the last of those bookings was made */
  bookedAt: Instant | null
}

/** Who holds places, waits, or has applied for a draw still to be run; read under the session's lock. */
export function listConcerned(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<ConcernedResident[]> {
  return tx.query<ConcernedResident>(
    `SELECT who AS "residentId", household AS "householdId", bool_or(booked IS NOT NULL) AS holds, max(booked) AS "bookedAt"
     FROM (
       SELECT b.booked_by AS who, b.household_id AS household, b.created_at AS booked
       FROM place p JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
       WHERE p.community_id = $1 AND p.session_id = $2 AND p.cancelled_at IS NULL
       UNION ALL
       SELECT w.joined_by, w.household_id, NULL FROM slot sl
       JOIN waitlist_entry w ON w.community_id = sl.community_id AND w.slot_id = sl.id AND w.ended_at IS NULL
       WHERE sl.community_id = $1 AND sl.session_id = $2
       UNION ALL
       SELECT a.applied_by, a.household_id, NULL FROM slot sl
       JOIN draw_application a ON a.community_id = sl.community_id AND a.slot_id = sl.id AND a.withdrawn_at IS NULL
       WHERE sl.community_id = $1 AND sl.session_id = $2 AND sl.drawn_at IS NULL
     ) AS concerned GROUP BY who, household ORDER BY who`,
    [communityId, sessionId],
  )
}

/** Places held in a session, and the points paid for them. */
export async function sumHeld(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<{ places: number; points: number }> {
  const [row] = await tx.query<{ places: number; points: number }>(
    `SELECT count(*) AS places, coalesce(sum(paid), 0)::int AS points FROM place
     WHERE community_id = $1 AND session_id = $2 AND cancelled_at IS NULL`,
    [communityId, sessionId],
  )
  return row ?? { places: 0, points: 0 }
}

/** The session must be locked. */
export async function saveCancelled(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  { cause, note, now }: { cause: CancelCause; note: string; now: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE session SET cancelled_at = $3, cancel_cause = $4, cancel_note = $5, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, sessionId, now, cause, note],
  )
}

/**
 * A new time and place, wherever they are copied; the session must be locked. No offer outlives the start.
 * @param movedAt null: the time stays, and so does when it last moved
 */
export async function saveSession(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  { startsAt, endsAt, place, movedAt }: SessionTime & { place: string; movedAt: Instant | null },
): Promise<void> {
  await tx.query(
    `UPDATE session SET starts_at = $3, ends_at = $4, place = $5, moved_at = coalesce($6, moved_at),
                        version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [communityId, sessionId, startsAt, endsAt, place, movedAt],
  )
  if (movedAt === null) return
  await tx.query(
    'UPDATE place SET starts_at = $3, ends_at = $4 WHERE community_id = $1 AND session_id = $2',
    [communityId, sessionId, startsAt, endsAt],
  )
  await tx.query(
    `UPDATE waitlist_offer o SET expires_at = least(o.expires_at, $3) FROM slot sl
     WHERE sl.community_id = $1 AND sl.session_id = $2 AND o.community_id = $1 AND o.slot_id = sl.id
       AND o.ended_at IS NULL`,
    [communityId, sessionId, startsAt],
  )
}

/**
 * A new capacity with what is then held, in one statement: neither is ever more than the other allows.
 * @param windowKept window places that stand beyond the share; 0: none do
 */
export async function saveCapacity(
  tx: Transaction,
  communityId: string,
  { id, sessionId, held, heldByWindow, terms }: SlotRow,
  windowKept: number,
): Promise<void> {
  await tx.query(
    `UPDATE slot SET capacity = $3, held = $4, held_by_window = $5, window_kept = $6
     WHERE community_id = $1 AND id = $2`,
    [communityId, id, terms.capacity, held, heldByWindow, windowKept],
  )
  await tx.query('UPDATE session SET version = version + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    sessionId,
  ])
}
