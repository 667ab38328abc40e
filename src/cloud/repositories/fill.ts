import type { PlacesMoved } from '@/domain/fill'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** When people first heard of a session: by its first share, or else by its publication. */
export async function findHeardAt(tx: Transaction, communityId: string, sessionId: string): Promise<Instant> {
  const [row] = await tx.query<{ heardAt: Instant }>(
    `SELECT coalesce(s.heard_at, c.published_at) AS "heardAt"
     FROM session s JOIN recruitment_call c ON c.community_id = s.community_id AND c.id = s.call_id
     WHERE s.community_id = $1 AND s.id = $2`,
    [communityId, sessionId],
  )
  return row?.heardAt ?? 0
}

/** By slot: parties that wait, and when its last place was first taken. */
export async function listFilled(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<Map<string, { waitlist: number; fullAt: Instant | null }>> {
  const rows = await tx.query<{ id: string; waitlist: number; fullAt: Instant | null }>(
    `SELECT l.id, l.full_at AS "fullAt",
            (SELECT count(*) FROM waitlist_entry w WHERE w.community_id = l.community_id AND w.slot_id = l.id
             AND w.ended_at IS NULL) AS waitlist
     FROM slot l WHERE l.community_id = $1 AND l.session_id = $2`,
    [communityId, sessionId],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Places of a session as they were taken and given back, in the order of time. */
export function listMoved(tx: Transaction, communityId: string, sessionId: string): Promise<PlacesMoved[]> {
  return tx.query(
    `SELECT at, sum(places)::int AS places
     FROM place p, LATERAL (VALUES (p.created_at, 1), (p.cancelled_at, -1)) AS moved (at, places)
     WHERE p.community_id = $1 AND p.session_id = $2 AND at IS NOT NULL
     GROUP BY at ORDER BY at`,
    [communityId, sessionId],
  )
}
