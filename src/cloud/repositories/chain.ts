import type { Answer } from '@/contract/actions'
import type { AccountHead } from '@/domain/ledger'
import type { Transaction } from '../db/database'

export type ChainEntry = Answer<'getChain'>['entries'][number]

/** All that a link's hash stands for beside whose it is: of an entry `e` and its movement `m`. */
export const LINK_COLUMNS = `
  e.seq, e.movement_id AS "movementId", m.kind, m.session_id AS "sessionId", m.booking_id AS "bookingId",
  m.attendee_id AS "attendeeId", m.reverses, e.amount, e.balance, e.expires_at AS "expiresAt",
  e.created_at AS "createdAt", e.hash`

/** Where an account's chain ends. */
export async function findHead(
  tx: Transaction,
  communityId: string,
  accountId: string,
): Promise<AccountHead | null> {
  const [row] = await tx.query<AccountHead>(
    'SELECT balance, seq, head_hash AS "headHash" FROM household WHERE community_id = $1 AND id = $2',
    [communityId, accountId],
  )
  return row ?? null
}

/** Entries of one account after `seq` and up to `last`, in order. */
export function listChain(
  tx: Transaction,
  communityId: string,
  accountId: string,
  { seq, last, limit }: { seq: number; last: number; limit: number },
): Promise<ChainEntry[]> {
  return tx.query<ChainEntry>(
    `SELECT ${LINK_COLUMNS}
     FROM points_entry e JOIN points_movement m ON m.community_id = e.community_id AND m.id = e.movement_id
     WHERE e.community_id = $1 AND e.account_id = $2 AND e.seq > $3 AND e.seq <= $4 ORDER BY e.seq LIMIT $5`,
    [communityId, accountId, seq, last, limit],
  )
}
