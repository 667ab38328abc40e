import type { Lot } from '@/domain/points'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { lotsLeft } from './points'

/** Households with credits that ran out between two times and still have something left. */
export async function listExpiring(
  tx: Transaction,
  communityId: string,
  { from, until }: { from: Instant; until: Instant },
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ accountId: string }>(
    `SELECT DISTINCT e.account_id AS "accountId" FROM points_entry e
     WHERE e.community_id = $1 AND e.expires_at > $2 AND e.expires_at <= $3
       AND e.amount > (SELECT coalesce(sum(a.amount), 0) FROM points_allocation a
                       WHERE a.community_id = e.community_id AND a.account_id = e.account_id AND a.lot_seq = e.seq)
     LIMIT $4`,
    [communityId, from, until, limit],
  )
  return rows.map((row) => row.accountId)
}

/** What is left of credits that have run out by now; read under the household's lock. */
export function listExpired(
  tx: Transaction,
  communityId: string,
  accountId: string,
  now: Instant,
): Promise<Lot[]> {
  return tx.query<Lot>(EXPIRED, [communityId, [accountId], now])
}

const EXPIRED = `${lotsLeft('<= $3')} ORDER BY lot."expiresAt", lot.seq`

/** Up to when credits that ran out have been booked out. */
export async function findExpiredUntil(tx: Transaction, communityId: string): Promise<Instant> {
  const [row] = await tx.query<{ until: Instant }>(
    'SELECT points_expired_until AS until FROM community WHERE id = $1',
    [communityId],
  )
  return row?.until ?? 0
}

export async function saveExpiredUntil(tx: Transaction, communityId: string, until: Instant): Promise<void> {
  await tx.query(
    'UPDATE community SET points_expired_until = $2 WHERE id = $1 AND points_expired_until < $2',
    [communityId, until],
  )
}
