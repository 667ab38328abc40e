import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

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
    `WITH there AS (
       SELECT p.attendee_id, p.household_id, p.slot_kind FROM place p
       WHERE p.community_id = $1 AND p.session_id = $2 AND p.cancelled_at IS NULL
         AND p.outcome IS DISTINCT FROM 'absent'),
     helper AS (
       SELECT attendee_id AS id, household_id FROM there WHERE slot_kind = 'post'
       UNION
       SELECT r.id, r.household_id FROM session s
       JOIN resident r ON r.community_id = s.community_id AND r.id = s.leader_id
       WHERE s.community_id = $1 AND s.id = $2)
     SELECT EXISTS (SELECT 1 FROM there WHERE slot_kind = 'seat' AND household_id = $4) AS attended,
            EXISTS (SELECT 1 FROM thanks WHERE community_id = $1 AND session_id = $2 AND household_id = $4) AS given,
            EXISTS (SELECT 1 FROM helper WHERE id = $3) AS helped,
            EXISTS (SELECT 1 FROM helper WHERE household_id <> $4) AS "helpedByOthers",
            (SELECT count(*)::int FROM thanks
             WHERE community_id = $1 AND session_id = $2 AND household_id <> $4) AS received`,
    [communityId, sessionId, residentId, householdId],
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
    `SELECT p.attendee_id AS id FROM place p
     WHERE p.community_id = $1 AND p.session_id = $2 AND p.slot_kind = 'post' AND p.cancelled_at IS NULL
       AND p.outcome IS DISTINCT FROM 'absent' AND p.household_id <> $3
     UNION
     SELECT r.id FROM session s
     JOIN resident r ON r.community_id = s.community_id AND r.id = s.leader_id
     WHERE s.community_id = $1 AND s.id = $2 AND r.household_id <> $3
     ORDER BY id`,
    [communityId, sessionId, householdId],
  )
}
