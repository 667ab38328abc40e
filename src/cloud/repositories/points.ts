import type { Account, Movement, Posting } from '@/domain/account'
import { earn, type Change } from '@/domain/correction'
import type { Lot } from '@/domain/points'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'
import { lockHouseholds } from './household'

export type LotRow = Lot & { accountId: string }

/**
 * Credits with something left: $1 community, $2 accounts.
 * @param expiry which of them: those that run out after a moment, or up to it, by its parameter
 */
export const lotsLeft = (expiry: `${'>' | '<='} $${number}`) => `
     SELECT * FROM (
       SELECT e.account_id AS "accountId", e.seq, e.expires_at AS "expiresAt",
              e.amount - coalesce((SELECT sum(a.amount) FROM points_allocation a
                                   WHERE a.community_id = e.community_id AND a.account_id = e.account_id
                                     AND a.lot_seq = e.seq), 0)::int AS left
       FROM points_entry e
       WHERE e.community_id = $1 AND e.account_id = ANY($2) AND e.amount > 0 AND e.expires_at ${expiry}) lot
     WHERE lot.left > 0`

const LOTS_LEFT = lotsLeft('> $3')

export async function listLots(
  tx: Transaction,
  communityId: string,
  accounts: string[],
  now: Instant,
): Promise<LotRow[]> {
  return tx.query(LOTS_LEFT, [communityId, accounts, now])
}

/** One household's account, locked. */
export async function lockAccount(
  tx: Transaction,
  communityId: string,
  accountId: string,
  now: Instant,
): Promise<Account> {
  const [[head], lots] = await Promise.all([
    lockHouseholds(tx, communityId, [accountId]),
    listLots(tx, communityId, [accountId], now),
  ])
  if (!head) throw new Error('points for a household that does not exist')
  return { head, lots }
}

/**
 * Writes postings of locked households in the order in which they were made: movements, entries with the
 * community's side, what the debits used, and the new ends of the chains.
 */
export async function insertPostings(
  tx: Transaction,
  communityId: string,
  postings: Posting[],
): Promise<void> {
  if (postings.length === 0) return
  const entries = postings.flatMap((posting) => posting.entries)
  await Promise.all([
    insertMovements(
      tx,
      communityId,
      postings.map((posting) => posting.movement),
    ),
    insertEntries(tx, communityId, entries),
    insertAllocations(tx, communityId, postings),
    saveHeads(tx, communityId, entries),
  ])
}

async function insertMovements(tx: Transaction, communityId: string, movements: Movement[]): Promise<void> {
  await tx.query(
    `INSERT INTO points_movement (community_id, id, kind, session_id, booking_id, attendee_id, reverses, created_at)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])`,
    [
      communityId,
      movements.map((it) => it.id),
      movements.map((it) => it.kind),
      movements.map((it) => it.sessionId),
      movements.map((it) => it.bookingId),
      movements.map((it) => it.attendeeId),
      movements.map((it) => it.reverses),
      movements.map((it) => it.createdAt),
    ],
  )
}

async function insertEntries(
  tx: Transaction,
  communityId: string,
  entries: Posting['entries'],
): Promise<void> {
  await tx.query(
    `WITH entry AS (
       SELECT * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::int[], $6::bigint[], $7::bigint[], $8::bigint[],
                            $9::text[]) AS e (movement, account, seq, amount, balance, expires, created, hash))
     INSERT INTO points_entry (community_id, movement_id, account_id, seq, amount, balance, expires_at, created_at, hash)
     SELECT $1, movement, account, seq, amount, balance, expires, created, hash FROM entry
     UNION ALL
     SELECT $1, movement, 'community', NULL, -amount, NULL, NULL, created, NULL FROM entry`,
    [
      communityId,
      entries.map((it) => it.movementId),
      entries.map((it) => it.accountId),
      entries.map((it) => it.seq),
      entries.map((it) => it.amount),
      entries.map((it) => it.balance),
      entries.map((it) => it.expiresAt),
      entries.map((it) => it.createdAt),
      entries.map((it) => it.hash),
    ],
  )
}

async function insertAllocations(tx: Transaction, communityId: string, postings: Posting[]): Promise<void> {
  const used = postings.flatMap(({ movement, allocations }) =>
    allocations.map((it) => ({ ...it, accountId: movement.accountId })),
  )
  if (used.length === 0) return
  await tx.query(
    `INSERT INTO points_allocation (community_id, account_id, lot_seq, debit_seq, amount)
     SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::int[])`,
    [
      communityId,
      used.map((it) => it.accountId),
      used.map((it) => it.lotSeq),
      used.map((it) => it.debitSeq),
      used.map((it) => it.amount),
    ],
  )
}

async function saveHeads(tx: Transaction, communityId: string, entries: Posting['entries']): Promise<void> {
  const last = [...new Map(entries.map((entry) => [entry.accountId, entry])).values()]
  await tx.query(
    `UPDATE household SET balance = head.balance, seq = head.seq, head_hash = head.hash
     FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[]) AS head (id, balance, seq, hash)
     WHERE household.community_id = $1 AND household.id = head.id`,
    [
      communityId,
      last.map((it) => it.accountId),
      last.map((it) => it.balance),
      last.map((it) => it.seq),
      last.map((it) => it.hash),
    ],
  )
}

/** What corrections left owing; read under the household's lock. */
export async function findOwed(
  tx: Transaction,
  communityId: string,
  accountId: string,
): Promise<{ owed: number; settling: Pick<Movement, 'id' | 'reverses'> }> {
  const [row] = await tx.query<{ owed: number; reverses: string | null }>(
    `SELECT h.owed, CASE WHEN h.owed = 0 THEN NULL ELSE
              (SELECT m.reverses FROM points_debt d
               JOIN points_movement m ON m.community_id = d.community_id AND m.id = d.movement_id
               WHERE d.community_id = h.community_id AND d.account_id = h.id ORDER BY d.seq DESC LIMIT 1) END AS reverses
     FROM household h WHERE h.community_id = $1 AND h.id = $2`,
    [communityId, accountId],
  )
  return { owed: row?.owed ?? 0, settling: { id: newRowId(), reverses: row?.reverses ?? null } }
}

/** Of these households those that owe points. */
export async function listOwing(tx: Transaction, communityId: string, accounts: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM household WHERE community_id = $1 AND id = ANY($2) AND owed > 0',
    [communityId, accounts],
  )
  return rows.map((row) => row.id)
}

/** Writes a change of a locked household's account: its postings, and what is owed after it. */
export async function insertChange(
  tx: Transaction,
  communityId: string,
  accountId: string,
  { postings, debts, owed }: Change,
  now: Instant,
): Promise<void> {
  await insertPostings(tx, communityId, postings)
  for (const { movementId, amount } of debts) {
    await tx.query(
      `INSERT INTO points_debt (community_id, account_id, seq, movement_id, amount, created_at)
       SELECT $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5 FROM points_debt WHERE community_id = $1 AND account_id = $2`,
      [communityId, accountId, movementId, amount, now],
    )
  }
  if (debts.length > 0)
    await tx.query('UPDATE household SET owed = $3 WHERE community_id = $1 AND id = $2', [
      communityId,
      accountId,
      owed,
    ])
}

/** Gives points that were earned to one household; what it owes is taken from them. */
export async function creditEarned(
  tx: Transaction,
  movement: Movement,
  lot: { amount: number; expiresAt: Instant },
): Promise<void> {
  const { communityId, accountId, createdAt } = movement
  const account = await lockAccount(tx, communityId, accountId, createdAt)
  const { owed, settling } = await findOwed(tx, communityId, accountId)
  await insertChange(tx, communityId, accountId, earn({ account, owed }, movement, lot, settling), createdAt)
}
