import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** What an account holds, and what corrections left owing. */
export async function findBalance(
  tx: Transaction,
  communityId: string,
  accountId: string,
): Promise<{ balance: number; owed: number }> {
  const [row] = await tx.query<{ balance: number; owed: number }>(
    'SELECT balance, owed FROM household WHERE community_id = $1 AND id = $2',
    [communityId, accountId],
  )
  return row ?? { balance: 0, owed: 0 }
}

/**
 * Movements of one account before `seq`, latest first, each by its last entry: a return of points to several
 * lots is several entries, and one line to read.
 */
export async function listMovements(
  tx: Transaction,
  communityId: string,
  accountId: string,
  before: number,
  limit: number,
): Promise<number[]> {
  const rows = await tx.query<{ seq: number }>(
    `SELECT e.seq FROM points_entry e
     WHERE e.community_id = $1 AND e.account_id = $2 AND e.seq < $3
       AND NOT EXISTS (SELECT 1 FROM points_entry l WHERE l.community_id = e.community_id
                       AND l.movement_id = e.movement_id AND l.account_id = e.account_id AND l.seq > e.seq)
     ORDER BY e.seq DESC LIMIT $4`,
    [communityId, accountId, before, limit],
  )
  return rows.map((row) => row.seq)
}

/** Minutes one person has served since a moment. */
export async function sumMinutes(
  tx: Transaction,
  communityId: string,
  residentId: string,
  since: Instant,
): Promise<number> {
  const [row] = await tx.query<{ minutes: number }>(
    `SELECT coalesce(sum(minutes), 0)::int AS minutes FROM service_served
     WHERE community_id = $1 AND resident_id = $2 AND starts_at >= $3`,
    [communityId, residentId, since],
  )
  return row?.minutes ?? 0
}

/** Says anew what a presence is worth: differences to its record, which itself stays as it was written. */
export async function insertServiceCorrection(
  tx: Transaction,
  communityId: string,
  correction: {
    id: string
    recordId: string
    minutes: number
    points: number
    movementId: string | null
    correctedBy: string
    now: Instant
  },
): Promise<void> {
  const { id, recordId, minutes, points, movementId, correctedBy, now } = correction
  await tx.query(
    `INSERT INTO service_correction (community_id, id, record_id, minutes, points, movement_id, corrected_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [communityId, id, recordId, minutes, points, movementId, correctedBy, now],
  )
}
