import type { Leave } from '@/domain/resident-leave'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** Of one resident, the first one first; those gone by as well. */
export function listLeaves(tx: Transaction, communityId: string, residentId: string): Promise<Leave[]> {
  return tx.query<Leave>(
    `SELECT from_at AS "from", until_at AS "until" FROM resident_leave
     WHERE community_id = $1 AND resident_id = $2 ORDER BY from_at`,
    [communityId, residentId],
  )
}

/** Two taps at once: the second waits here, and reads what the first has left. */
export async function lockForLeave(tx: Transaction, communityId: string, residentId: string): Promise<void> {
  await tx.query('SELECT 1 FROM resident WHERE community_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    communityId,
    residentId,
  ])
}

/** Puts `leaves` in the place of what there was. */
export async function saveLeaves(
  tx: Transaction,
  communityId: string,
  residentId: string,
  leaves: Leave[],
  now: Instant,
): Promise<void> {
  const [own, froms, untils] = [
    [communityId, residentId],
    leaves.map((it) => it.from),
    leaves.map((it) => it.until),
  ]
  await tx.query(
    `DELETE FROM resident_leave WHERE community_id = $1 AND resident_id = $2
       AND (from_at, until_at) NOT IN (SELECT * FROM unnest($3::bigint[], $4::bigint[]))`,
    [...own, froms, untils],
  )
  await tx.query(
    `INSERT INTO resident_leave (community_id, resident_id, from_at, until_at, created_at)
     SELECT $1, $2, kept.*, $5::bigint FROM unnest($3::bigint[], $4::bigint[]) AS kept ON CONFLICT DO NOTHING`,
    [...own, froms, untils, now],
  )
}
