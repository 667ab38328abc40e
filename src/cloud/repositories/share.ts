import type { FillBoard } from '@/contract/get-fill-board'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** A share, or another name for it. @returns false when its id belongs to another session */
export async function saveShare(
  tx: Transaction,
  communityId: string,
  share: { id: string; sessionId: string; sharedBy: string; group: string | null; now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO share (community_id, id, session_id, shared_by, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (community_id, id) DO UPDATE SET name = excluded.name WHERE share.session_id = excluded.session_id
     RETURNING id`,
    [communityId, share.id, share.sessionId, share.sharedBy, share.group, share.now],
  )
  return rows.length > 0
}

/**
 * People hear of a session by its first share. Of one where somebody has taken a place before they had heard without: then
 * it counts from its publication, whenever it is shared.
 */
export async function noteHeard(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE session s SET heard_at = $3
     WHERE community_id = $1 AND id = $2 AND heard_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM place p WHERE p.community_id = s.community_id AND p.session_id = s.id)`,
    [communityId, sessionId, now],
  )
}

export async function countOpen(tx: Transaction, communityId: string, shareId: string): Promise<void> {
  // A card in a large group is opened by hundreds at once, all on this row: none waits for the disk with it. What a
  // crash loses is a count.
  await tx.query('SET LOCAL synchronous_commit = off')
  await tx.query('UPDATE share SET opens = opens + 1 WHERE community_id = $1 AND id = $2', [
    communityId,
    shareId,
  ])
}

const MOST_SHARES = 20

/** What each share of a session brought, the most first; those that brought nothing at all are left out. */
export function listShares(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<FillBoard['shares']> {
  return tx.query(
    `SELECT h.id, h.name AS "group", h.created_at AS "sharedAt", h.opens, count(p.booking_id) AS places
     FROM share h
     LEFT JOIN booking b ON b.community_id = h.community_id AND b.share_id = h.id
     LEFT JOIN place p ON p.community_id = b.community_id AND p.booking_id = b.id AND p.cancelled_at IS NULL
     WHERE h.community_id = $1 AND h.session_id = $2
     GROUP BY h.community_id, h.id
     HAVING h.name IS NOT NULL OR h.opens > 0 OR count(p.booking_id) > 0
     ORDER BY count(p.booking_id) DESC, h.opens DESC, h.created_at DESC LIMIT $3`,
    [communityId, sessionId, MOST_SHARES],
  )
}

const MOST_GROUPS = 12

/** The chat groups of a community, as its cadres have named them; the latest first. */
export async function listGroups(tx: Transaction, communityId: string, since: Instant): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT name FROM share WHERE community_id = $1 AND name IS NOT NULL AND created_at > $2
     GROUP BY name ORDER BY max(created_at) DESC, name LIMIT $3`,
    [communityId, since, MOST_GROUPS],
  )
  return rows.map((row) => row.name)
}
