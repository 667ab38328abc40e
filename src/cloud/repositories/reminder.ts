import type { Opening } from '@/domain/reminder'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** When the slot `sl` opens in the sense of the reminder `r`. */
const OPENS_AT = `
  CASE r.opening WHEN 'window' THEN sl.priority_opens_at WHEN 'general' THEN sl.opens_at ELSE sl.newcomers_until END`

/** One a resident and slot: asked for again, it is for the opening named last. */
export async function saveReminder(
  tx: Transaction,
  communityId: string,
  { residentId, slotId, opening }: { residentId: string; slotId: string; opening: Opening },
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO reminder (community_id, resident_id, slot_id, opening, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (community_id, resident_id, slot_id) DO UPDATE SET opening = EXCLUDED.opening`,
    [communityId, residentId, slotId, opening, now],
  )
}

/** @returns false when there was none */
export async function dropReminder(
  tx: Transaction,
  communityId: string,
  residentId: string,
  slotId: string,
): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM reminder WHERE community_id = $1 AND resident_id = $2 AND slot_id = $3 RETURNING slot_id',
    [communityId, residentId, slotId],
  )
  return rows.length > 0
}

/** A resident's own, in one session. */
export function listOwnReminders(
  tx: Transaction,
  communityId: string,
  residentId: string,
  sessionId: string,
): Promise<{ slotId: string; at: Instant }[]> {
  return tx.query(
    `SELECT sl.id AS "slotId", ${OPENS_AT} AS at
     FROM slot sl JOIN reminder r ON r.community_id = sl.community_id AND r.slot_id = sl.id
     WHERE sl.community_id = $1 AND sl.session_id = $2 AND r.resident_id = $3 AND ${OPENS_AT} IS NOT NULL`,
    [communityId, sessionId, residentId],
  )
}

/** A reminder whose time has come, as it was taken away. */
export interface DueReminder {
  residentId: string
  sessionId: string
  opensAt: Instant
  startsAt: Instant
  cancelledAt: Instant | null
  /** the household has taken a place here since it asked */
  served: boolean
}

/**
 * Takes reminders for openings until `until`, each by one caller only: another tick skips what this one has locked,
 * and finds it gone afterwards.
 */
export function takeDueReminders(
  tx: Transaction,
  communityId: string,
  until: Instant,
  limit: number,
): Promise<DueReminder[]> {
  return tx.query<DueReminder>(
    `WITH due AS (
       SELECT r.resident_id, r.slot_id, sl.session_id, r.created_at, ${OPENS_AT} AS opens_at
       FROM reminder r JOIN slot sl ON sl.community_id = r.community_id AND sl.id = r.slot_id
       WHERE r.community_id = $1 AND coalesce(${OPENS_AT}, 0) <= $2
       ORDER BY r.slot_id, r.resident_id LIMIT $3 FOR UPDATE OF r SKIP LOCKED),
     taken AS (
       DELETE FROM reminder r USING due
       WHERE r.community_id = $1 AND r.resident_id = due.resident_id AND r.slot_id = due.slot_id
       RETURNING r.resident_id, r.slot_id)
     SELECT due.resident_id AS "residentId", due.session_id AS "sessionId", coalesce(due.opens_at, 0) AS "opensAt",
            s.starts_at AS "startsAt", s.cancelled_at AS "cancelledAt",
            EXISTS (SELECT 1 FROM place p JOIN resident m ON m.community_id = p.community_id AND m.household_id = p.household_id
                    WHERE p.community_id = $1 AND m.id = due.resident_id AND p.session_id = due.session_id
                      AND p.slot_id = due.slot_id AND p.cancelled_at IS NULL AND p.created_at > due.created_at) AS served
     FROM taken JOIN due USING (resident_id, slot_id)
     JOIN session s ON s.community_id = $1 AND s.id = due.session_id`,
    [communityId, until, limit],
  )
}

/** Moments between two at which some slot opens that somebody wants to be reminded of. */
export async function listOpeningsAwaited(
  tx: Transaction,
  communityId: string,
  from: Instant,
  until: Instant,
): Promise<Instant[]> {
  const rows = await tx.query<{ at: Instant }>(
    `SELECT DISTINCT ${OPENS_AT} AS at
     FROM reminder r JOIN slot sl ON sl.community_id = r.community_id AND sl.id = r.slot_id
     WHERE r.community_id = $1 AND ${OPENS_AT} > $2 AND ${OPENS_AT} <= $3 ORDER BY at`,
    [communityId, from, until],
  )
  return rows.map((row) => row.at)
}
