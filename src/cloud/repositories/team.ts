import type { TeamKind } from '@/domain/team'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import type { Position } from '../page'

export interface TeamRow {
  id: string
  kind: TeamKind
  name: string
  members: number
  createdAt: Instant
}

/** Those that can be joined, in the order in which they were made. */
export function listTeams(
  tx: Transaction,
  communityId: string,
  after: Position,
  limit: number,
): Promise<TeamRow[]> {
  return tx.query<TeamRow>(
    `SELECT t.id, t.kind, t.name, t.created_at AS "createdAt",
            (SELECT count(*)::int FROM resident r WHERE r.community_id = t.community_id AND r.team_id = t.id) AS members
     FROM team t WHERE t.community_id = $1 AND t.ended_at IS NULL AND (t.created_at, t.id) > ($2, $3)
     ORDER BY t.created_at, t.id LIMIT $4`,
    [communityId, after.at, after.id, limit],
  )
}

/** Those of these teams that can be joined; locked against their end. */
export async function lockTeams(tx: Transaction, communityId: string, ids: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM team WHERE community_id = $1 AND id = ANY($2) AND ended_at IS NULL ORDER BY id FOR SHARE`,
    [communityId, ids],
  )
  return rows.map((row) => row.id)
}

/** @returns false when a team of this name stands already */
export async function insertTeam(
  tx: Transaction,
  communityId: string,
  team: { id: string; kind: TeamKind; name: string; now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO team (community_id, id, kind, name, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (community_id, name) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
    [communityId, team.id, team.kind, team.name, team.now],
  )
  return rows.length > 0
}

/** @returns false when there is no such team any more */
export async function endTeam(
  tx: Transaction,
  communityId: string,
  id: string,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE team SET ended_at = $3 WHERE community_id = $1 AND id = $2 AND ended_at IS NULL RETURNING id',
    [communityId, id, now],
  )
  if (rows.length === 0) return false
  await tx.query('UPDATE resident SET team_id = NULL WHERE community_id = $1 AND team_id = $2', [
    communityId,
    id,
  ])
  return true
}

/** Null: in none. */
export async function saveTeamOf(
  tx: Transaction,
  communityId: string,
  residentId: string,
  teamId: string | null,
): Promise<void> {
  await tx.query('UPDATE resident SET team_id = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    residentId,
    teamId,
  ])
}

export async function findTeamOf(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<{ id: string; name: string; kind: TeamKind } | null> {
  const [row] = await tx.query<{ id: string; name: string; kind: TeamKind }>(
    `SELECT t.id, t.name, t.kind FROM resident r JOIN team t ON t.community_id = r.community_id AND t.id = r.team_id
     WHERE r.community_id = $1 AND r.id = $2`,
    [communityId, residentId],
  )
  return row ?? null
}

/** Places held in a session by team, as noted when they were booked; teams with fewer than `least` are left out. */
export function listTeamsGoing(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  least: number,
): Promise<{ name: string; going: number }[]> {
  return tx.query(
    `SELECT t.name, count(*)::int AS going
     FROM place p
     JOIN booking b ON b.community_id = p.community_id AND b.id = p.booking_id
     JOIN team t ON t.community_id = b.community_id AND t.id = b.team_id
     WHERE p.community_id = $1 AND p.session_id = $2 AND p.cancelled_at IS NULL
     GROUP BY t.id, t.name HAVING count(*) >= $3 ORDER BY count(*) DESC, t.name`,
    [communityId, sessionId, least],
  )
}

/** The names of the teams a call is for, in the order of the call. */
export async function listTeamsCalled(
  tx: Transaction,
  communityId: string,
  callId: string,
): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT t.name FROM recruitment_call c
     CROSS JOIN LATERAL unnest(c.team_ids) WITH ORDINALITY AS named (id, n)
     JOIN team t ON t.community_id = c.community_id AND t.id = named.id
     WHERE c.community_id = $1 AND c.id = $2 ORDER BY named.n`,
    [communityId, callId],
  )
  return rows.map((row) => row.name)
}

/** The teams a call names that can still be joined. */
export async function listStandingTeamsOf(
  tx: Transaction,
  communityId: string,
  callId: string,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT t.id FROM recruitment_call c
     JOIN team t ON t.community_id = c.community_id AND t.id = ANY(c.team_ids) AND t.ended_at IS NULL
     WHERE c.community_id = $1 AND c.id = $2 ORDER BY t.created_at, t.id`,
    [communityId, callId],
  )
  return rows.map((row) => row.id)
}
