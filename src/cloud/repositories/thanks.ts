import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

const THERE = `p.community_id = $1 AND p.session_id = ANY($2) AND p.cancelled_at IS NULL
  AND p.outcome IS DISTINCT FROM 'absent'`

/** Who held a post of the sessions $2 and was not absent, and who led them. */
const HELPERS = `
  SELECT p.attendee_id AS id, p.household_id, p.session_id FROM place p WHERE ${THERE} AND p.slot_kind = 'post'
  UNION
  SELECT r.id, r.household_id, s.id FROM session s
  JOIN resident r ON r.community_id = s.community_id AND r.id = s.leader_id
  WHERE s.community_id = $1 AND s.id = ANY($2)`

/** @returns false: it was thanked before */
export async function insertThanks(
  tx: Transaction,
  communityId: string,
  thanks: { sessionId: string; householdId: string; now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO thanks (community_id, session_id, household_id, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING household_id`,
    [communityId, thanks.sessionId, thanks.householdId, thanks.now],
  )
  return rows.length > 0
}

export interface ThanksRow {
  /** somebody of the household was there to attend */
  attended: boolean
  /** it has thanked */
  given: boolean
  /** who asks helped there, or led it */
  helped: boolean
  /** somebody of another household did */
  helpedByOthers: boolean
  /** other households that have thanked */
  received: number
}

export async function readThanks(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  { residentId, householdId }: { residentId: string; householdId: string },
): Promise<ThanksRow> {
  const [row] = await tx.query<ThanksRow>(
    `WITH helper AS (${HELPERS})
     SELECT EXISTS (SELECT 1 FROM place p WHERE ${THERE} AND p.slot_kind = 'seat' AND p.household_id = $4) AS attended,
            EXISTS (SELECT 1 FROM thanks
                    WHERE community_id = $1 AND session_id = ANY($2) AND household_id = $4) AS given,
            EXISTS (SELECT 1 FROM helper WHERE id = $3) AS helped,
            EXISTS (SELECT 1 FROM helper WHERE household_id <> $4) AS "helpedByOthers",
            (SELECT count(*)::int FROM thanks
             WHERE community_id = $1 AND session_id = ANY($2) AND household_id <> $4) AS received`,
    [communityId, [sessionId], residentId, householdId],
  )
  if (!row) throw new Error('an aggregate without a row')
  return row
}

/** Who helped, or led, of other households. */
export function listHelpers(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  householdId: string,
): Promise<{ id: string }[]> {
  return tx.query<{ id: string }>(
    `SELECT DISTINCT id FROM (${HELPERS}) helper WHERE household_id <> $3 ORDER BY id`,
    [communityId, [sessionId], householdId],
  )
}

/** Of these sessions those where the household was, others helped, and it has not thanked them. */
export async function listToThank(
  tx: Transaction,
  communityId: string,
  householdId: string,
  sessionIds: string[],
): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set()
  const rows = await tx.query<{ sessionId: string }>(
    `SELECT DISTINCT p.session_id AS "sessionId" FROM place p
     WHERE ${THERE} AND p.slot_kind = 'seat' AND p.household_id = $3
       AND EXISTS (SELECT 1 FROM (${HELPERS}) helper WHERE helper.session_id = p.session_id AND household_id <> $3)
       AND NOT EXISTS (SELECT 1 FROM thanks t
                       WHERE t.community_id = $1 AND t.session_id = p.session_id AND t.household_id = $3)`,
    [communityId, sessionIds, householdId],
  )
  return new Set(rows.map((row) => row.sessionId))
}

/** How many other households have thanked for each of these sessions. */
export async function countThanks(
  tx: Transaction,
  communityId: string,
  householdId: string,
  sessionIds: string[],
): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await tx.query<{ sessionId: string; households: number }>(
    `SELECT session_id AS "sessionId", count(*)::int AS households FROM thanks
     WHERE community_id = $1 AND session_id = ANY($2) AND household_id <> $3 GROUP BY session_id`,
    [communityId, sessionIds, householdId],
  )
  return new Map(rows.map((row) => [row.sessionId, row.households]))
}
