import { leadsUntil } from '@/domain/leading'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export async function leadsSession(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  residentId: string,
  now: Instant,
): Promise<boolean> {
  const [row] = await tx.query<{ endsAt: Instant }>(
    `SELECT ends_at AS "endsAt" FROM session WHERE community_id = $1 AND id = $2 AND leader_id = $3`,
    [communityId, sessionId, residentId],
  )
  return row !== undefined && now < leadsUntil(row)
}

/** The session must be locked; null: nobody. */
export async function saveLeader(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  leaderId: string | null,
): Promise<void> {
  await tx.query('UPDATE session SET leader_id = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    sessionId,
    leaderId,
  ])
}

export interface LeaderRow {
  id: string
  name: string | null
  teamName: string | null
}

export async function findLeader(
  tx: Transaction,
  communityId: string,
  sessionId: string,
): Promise<LeaderRow | null> {
  const [row] = await tx.query<LeaderRow>(
    `SELECT r.id, r.name, t.name AS "teamName"
     FROM session s
     JOIN resident r ON r.community_id = s.community_id AND r.id = s.leader_id
     LEFT JOIN team t ON t.community_id = r.community_id AND t.id = r.team_id
     WHERE s.community_id = $1 AND s.id = $2`,
    [communityId, sessionId],
  )
  return row ?? null
}

export interface LedSession {
  id: string
  title: string
  startsAt: Instant
  endsAt: Instant
  place: string
}

/** Sessions somebody leads, the next first; those that need no leader any more are left out. */
export function listLed(
  tx: Transaction,
  communityId: string,
  residentId: string,
  { endAfter, limit }: { endAfter: Instant; limit: number },
): Promise<LedSession[]> {
  return tx.query<LedSession>(
    `SELECT s.id, a.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place
     FROM session s JOIN activity a ON a.community_id = s.community_id AND a.id = s.activity_id
     WHERE s.community_id = $1 AND s.leader_id = $2 AND s.ends_at > $3
       AND s.cancelled_at IS NULL AND s.closed_at IS NULL
     ORDER BY s.ends_at, s.id LIMIT $4`,
    [communityId, residentId, endAfter, limit],
  )
}

/** @returns true when this resident had not begun it before */
export async function insertRollCall(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  residentId: string,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO roll_call (community_id, session_id, resident_id, began_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING began_at`,
    [communityId, sessionId, residentId, now],
  )
  return rows.length > 0
}

export async function hasBegunRollCall(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  residentId: string,
): Promise<boolean> {
  const rows = await tx.query(
    'SELECT began_at FROM roll_call WHERE community_id = $1 AND session_id = $2 AND resident_id = $3',
    [communityId, sessionId, residentId],
  )
  return rows.length > 0
}
