import type { ReminderDue, SessionReminder } from '@/domain/session-reminder'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** Sessions that take place and start after `from`, until `until`. */
export function listStarting(
  tx: Transaction,
  communityId: string,
  from: Instant,
  until: Instant,
): Promise<{ id: string; startsAt: Instant }[]> {
  return tx.query(
    `SELECT id, starts_at AS "startsAt" FROM session
     WHERE community_id = $1 AND starts_at > $2 AND starts_at <= $3 AND cancelled_at IS NULL ORDER BY starts_at, id`,
    [communityId, from, until],
  )
}

export interface Reminded {
  residentId: string
  sessionId: string
  reminder: SessionReminder
}

/**
 * Marks up to `limit` residents as reminded who hold places in these sessions and were not yet. Of two callers at once,
 * the second waits for the first and finds what that one has marked.
 */
export function takeReminded(
  tx: Transaction,
  communityId: string,
  due: (ReminderDue & { sessionId: string; startsAt: Instant })[],
  limit: number,
): Promise<Reminded[]> {
  return tx.query<Reminded>(
    `INSERT INTO session_reminder (community_id, session_id, resident_id, starts_at, reminder)
     SELECT DISTINCT $1, d.session_id, b.booked_by, d.starts_at, d.reminder
     FROM unnest($2::text[], $3::bigint[], $4::text[], $5::bigint[]) AS d (session_id, starts_at, reminder, known_before)
     JOIN session s ON s.community_id = $1 AND s.id = d.session_id AND s.starts_at = d.starts_at
                   AND s.cancelled_at IS NULL AND coalesce(s.moved_at, 0) < d.known_before
     JOIN place p ON p.community_id = $1 AND p.session_id = d.session_id AND p.cancelled_at IS NULL
     JOIN booking b ON b.community_id = $1 AND b.id = p.booking_id AND b.created_at < d.known_before
     WHERE NOT EXISTS (
       SELECT 1 FROM session_reminder t
       WHERE t.community_id = $1 AND t.session_id = d.session_id AND t.resident_id = b.booked_by
         AND t.starts_at = d.starts_at AND t.reminder = d.reminder)
     ORDER BY d.session_id, b.booked_by LIMIT $6
     ON CONFLICT DO NOTHING
     RETURNING resident_id AS "residentId", session_id AS "sessionId", reminder`,
    [
      communityId,
      due.map((it) => it.sessionId),
      due.map((it) => it.startsAt),
      due.map((it) => it.reminder),
      due.map((it) => it.knownBefore),
      limit,
    ],
  )
}
