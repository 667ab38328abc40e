import { isToBeCalled, type WaitingNews } from '@/domain/reaching'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** What a party that waits was told, nobody has read, and still stands. */
export type UnreadNews = WaitingNews & {
  noticeId: string
  sessionId: string
  startsAt: Instant
  residentId: string
  name: string | null
  gridName: string | null
  building: string | null
  phone: string | null
}

/** Of the given sessions, those whom it is time to call; the most urgent first. */
export async function listToCall(
  tx: Transaction,
  communityId: string,
  sessions: string[],
  now: Instant,
): Promise<UnreadNews[]> {
  if (sessions.length === 0) return []
  // A notice and what it tells of are written at one moment, which joins them.
  const unread = await tx.query<UnreadNews>(
    `SELECT n.id AS "noticeId", n.kind, n.created_at AS "toldAt", n.until_at AS "until", n.session_id AS "sessionId",
            s.starts_at AS "startsAt", r.id AS "residentId", r.name, g.name AS "gridName", h.building, r.phone
     FROM notice n
     JOIN session s ON s.community_id = n.community_id AND s.id = n.session_id
     JOIN resident r ON r.community_id = n.community_id AND r.id = n.resident_id
     JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
     LEFT JOIN grid g ON g.community_id = h.community_id AND g.id = h.grid_id
     WHERE n.community_id = $1 AND n.session_id = ANY($2) AND n.read_at IS NULL AND n.told_at IS NULL
       AND n.until_at IS NOT NULL AND s.starts_at > $3 AND s.cancelled_at IS NULL
       AND (n.kind = 'waitlist_offer' AND EXISTS (
              SELECT 1 FROM waitlist_entry w
              JOIN waitlist_offer o ON o.community_id = w.community_id AND o.entry_id = w.id AND o.ended_at IS NULL
              WHERE w.community_id = n.community_id AND w.household_id = r.household_id AND w.ended_at IS NULL
                AND w.session_id = n.session_id AND w.joined_by = n.resident_id AND o.offered_at = n.created_at)
            OR n.kind = 'booked_from_waitlist' AND EXISTS (
              SELECT 1 FROM booking b
              JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id AND p.cancelled_at IS NULL
              WHERE b.community_id = n.community_id AND b.household_id = r.household_id AND b.source = 'waitlist'
                AND b.session_id = n.session_id AND b.booked_by = n.resident_id AND b.created_at = n.created_at))
     ORDER BY n.until_at, n.id`,
    [communityId, sessions, now],
  )
  return unread.filter((news) => isToBeCalled(news, news, now))
}

/** A notice to somebody who waits, read or not; null: there is none of this id. */
export async function findWaitingNews(
  tx: Transaction,
  communityId: string,
  noticeId: string,
): Promise<{ sessionId: string; residentId: string } | null> {
  const [row] = await tx.query<{ sessionId: string; residentId: string }>(
    `SELECT session_id AS "sessionId", resident_id AS "residentId" FROM notice
     WHERE community_id = $1 AND id = $2 AND session_id IS NOT NULL
       AND kind IN ('waitlist_offer', 'booked_from_waitlist')`,
    [communityId, noticeId],
  )
  return row ?? null
}

/** @returns false when somebody was quicker */
export async function markTold(
  tx: Transaction,
  communityId: string,
  noticeId: string,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE notice SET told_at = $3 WHERE community_id = $1 AND id = $2 AND told_at IS NULL RETURNING id',
    [communityId, noticeId, now],
  )
  return rows.length > 0
}
