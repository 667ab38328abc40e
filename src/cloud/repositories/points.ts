import { chainHash, type MovementKind } from '@/domain/ledger'
import { spend, type Lot } from '@/domain/points'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'

/** Credits with something left, spent or expired ones left out. */
export async function listLots(
  tx: Transaction,
  communityId: string,
  accounts: string[],
  now: Instant,
): Promise<(Lot & { accountId: string })[]> {
  return tx.query(
    `SELECT e.account_id AS "accountId", e.seq, e.expires_at AS "expiresAt",
            e.amount - coalesce(sum(a.amount), 0)::int AS left
     FROM points_entry e
     LEFT JOIN points_allocation a ON a.community_id = e.community_id AND a.account_id = e.account_id
                                  AND a.lot_seq = e.seq
     WHERE e.community_id = $1 AND e.account_id = ANY($2) AND e.amount > 0 AND e.expires_at > $3
     GROUP BY e.account_id, e.seq, e.expires_at, e.amount
     HAVING e.amount > coalesce(sum(a.amount), 0)`,
    [communityId, accounts, now],
  )
}

export interface Movement {
  accountId: string
  kind: MovementKind
  sessionId: string
  bookingId: string | null
  attendeeId: string
  reverses: string | null
  now: Instant
}

async function insertMovement(tx: Transaction, communityId: string, movement: Movement): Promise<string> {
  const id = newRowId()
  await tx.query(
    `INSERT INTO points_movement (community_id, id, kind, session_id, booking_id, attendee_id, reverses, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      communityId,
      id,
      movement.kind,
      movement.sessionId,
      movement.bookingId,
      movement.attendeeId,
      movement.reverses,
      movement.now,
    ],
  )
  return id
}

/** Appends one entry to a locked household's chain, and the community's side of it. */
async function appendEntry(
  tx: Transaction,
  communityId: string,
  movementId: string,
  movement: Movement,
  amount: number,
  expiresAt: Instant | null,
): Promise<number> {
  const { accountId, now, ...meaning } = movement
  const [head] = await tx.query<{ balance: number; seq: number; headHash: string }>(
    'SELECT balance, seq, head_hash AS "headHash" FROM household WHERE community_id = $1 AND id = $2 FOR UPDATE',
    [communityId, accountId],
  )
  if (!head) throw new Error('points for a household that does not exist')
  const seq = head.seq + 1
  const balance = head.balance + amount
  const entry = {
    communityId,
    accountId,
    seq,
    movementId,
    ...meaning,
    amount,
    balance,
    expiresAt,
    createdAt: now,
  }
  const hash = chainHash(head.headHash, entry)
  await tx.query(
    `INSERT INTO points_entry (community_id, movement_id, account_id, seq, amount, balance, expires_at, created_at, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9), ($1, $2, 'community', NULL, $10, NULL, NULL, $8, NULL)`,
    [communityId, movementId, accountId, seq, amount, balance, expiresAt, now, hash, -amount],
  )
  await tx.query(
    'UPDATE household SET balance = $3, seq = $4, head_hash = $5 WHERE community_id = $1 AND id = $2',
    [communityId, accountId, balance, seq, hash],
  )
  return seq
}

/**
 * Gives points to a locked household.
 * @param credits one lot each: whole points and their expiry
 * @returns id of the movement
 */
export async function credit(
  tx: Transaction,
  communityId: string,
  movement: Movement,
  credits: { amount: number; expiresAt: Instant }[],
): Promise<string> {
  const id = await insertMovement(tx, communityId, movement)
  for (const { amount, expiresAt } of credits)
    await appendEntry(tx, communityId, id, movement, amount, expiresAt)
  return id
}

/**
 * Takes points from a locked household, the oldest first.
 * @returns id of the movement
 * @throws Error when the points are not there: the caller has to ask the domain first
 */
export async function debit(
  tx: Transaction,
  communityId: string,
  movement: Movement,
  amount: number,
): Promise<string> {
  const lots = await listLots(tx, communityId, [movement.accountId], movement.now)
  const allocations = spend(lots, amount, movement.now)
  if (!allocations) throw new Error('a debit larger than the points that can be spent')
  const id = await insertMovement(tx, communityId, movement)
  const seq = await appendEntry(tx, communityId, id, movement, -amount, null)
  await tx.query(
    `INSERT INTO points_allocation (community_id, account_id, lot_seq, debit_seq, amount)
     SELECT $1, $2, lot.seq, $5::bigint, lot.amount FROM unnest($3::bigint[], $4::int[]) AS lot (seq, amount)`,
    [
      communityId,
      movement.accountId,
      allocations.map((it) => it.lotSeq),
      allocations.map((it) => it.amount),
      seq,
    ],
  )
  return id
}

/** What one payment used: amounts with the expiry of the lots they came from. */
export function listPaidFrom(
  tx: Transaction,
  communityId: string,
  movementId: string,
): Promise<{ amount: number; expiresAt: Instant }[]> {
  return tx.query(
    `SELECT sum(a.amount)::int AS amount, lot.expires_at AS "expiresAt"
     FROM points_entry debit
     JOIN points_allocation a ON a.community_id = debit.community_id AND a.account_id = debit.account_id
                             AND a.debit_seq = debit.seq
     JOIN points_entry lot ON lot.community_id = a.community_id AND lot.account_id = a.account_id AND lot.seq = a.lot_seq
     WHERE debit.community_id = $1 AND debit.movement_id = $2 AND debit.seq IS NOT NULL
     GROUP BY lot.expires_at ORDER BY lot.expires_at`,
    [communityId, movementId],
  )
}
