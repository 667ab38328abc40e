import { chainHash, type AccountHead, type ChainedEntry, type MovementKind } from './ledger'
import { spend, type Allocation, type Lot } from './points'
import type { Instant } from './time'

/** A household's account: the end of its chain, and the credits that something is left of. */
export interface Account {
  head: AccountHead
  lots: Lot[]
}

/** What moves points on one household's account. Ids and codes, never names or free text. */
export interface Movement {
  communityId: string
  id: string
  accountId: string
  kind: MovementKind
  sessionId: string | null
  bookingId: string | null
  attendeeId: string | null
  /** of a return or a correction: the movement it takes back */
  reverses: string | null
  createdAt: Instant
}

/** A movement with its chained entries, and which lots a debit used. */
export interface Posting {
  movement: Movement
  entries: (ChainedEntry & { hash: string })[]
  allocations: { lotSeq: number; debitSeq: number; amount: number }[]
}

/**
 * Gives points: one lot for each credit, in whole points with its expiry.
 * @returns the posting, and the account after it
 */
export function credit(
  account: Account,
  movement: Movement,
  credits: { amount: number; expiresAt: Instant }[],
): { account: Account; posting: Posting } {
  let { head } = account
  const lots = [...account.lots]
  const entries: Posting['entries'] = []
  for (const { amount, expiresAt } of credits) {
    const entry = nextEntry(head, movement, amount, expiresAt)
    entries.push(entry)
    head = headAt(entry)
    lots.push({ seq: entry.seq, expiresAt, left: amount })
  }
  return { account: { head, lots }, posting: { movement, entries, allocations: [] } }
}

/**
 * Takes points, the oldest first.
 * @param first places of credits to be taken from before all others
 * @returns the posting and the account after it, or null when the points are not there
 */
export function debit(
  account: Account,
  movement: Movement,
  amount: number,
  first: number[] = [],
): { account: Account; posting: Posting } | null {
  const used = spend(account.lots, amount, movement.createdAt, first)
  return used && taken(account, movement, used)
}

/**
 * Books out credits that have run out.
 * @param account.lots those that have, with what is left of each
 * @returns the account without them; null when nothing is left of any
 */
export function expire(account: Account, movement: Movement): { account: Account; posting: Posting } | null {
  const used = account.lots
    .filter((lot) => lot.left > 0 && lot.expiresAt <= movement.createdAt)
    .map(({ seq, left, expiresAt }) => ({ lotSeq: seq, amount: left, expiresAt }))
  return used.length > 0 ? taken(account, movement, used) : null
}

/**
 * Books out all that is left, run out or not: nobody is there any more to use it.
 * @returns null when nothing is left
 */
export function close(account: Account, movement: Movement): { account: Account; posting: Posting } | null {
  const used = account.lots
    .filter((lot) => lot.left > 0)
    .map(({ seq, left, expiresAt }) => ({ lotSeq: seq, amount: left, expiresAt }))
  return used.length > 0 ? taken(account, movement, used) : null
}

/** One debit for all that is taken, and where it is taken from. */
function taken(
  account: Account,
  movement: Movement,
  used: Allocation[],
): { account: Account; posting: Posting } {
  const amount = used.reduce((sum, part) => sum + part.amount, 0)
  const entry = nextEntry(account.head, movement, -amount, null)
  const lots = account.lots.map((lot) => ({
    ...lot,
    left: lot.left - (used.find((part) => part.lotSeq === lot.seq)?.amount ?? 0),
  }))
  const allocations = used.map((part) => ({
    lotSeq: part.lotSeq,
    debitSeq: entry.seq,
    amount: part.amount,
  }))
  return {
    account: { head: headAt(entry), lots },
    posting: { movement, entries: [entry], allocations },
  }
}

function nextEntry(
  head: AccountHead,
  movement: Movement,
  amount: number,
  expiresAt: Instant | null,
): ChainedEntry & { hash: string } {
  const { id: movementId, ...meaning } = movement
  const entry = {
    ...meaning,
    movementId,
    seq: head.seq + 1,
    amount,
    balance: head.balance + amount,
    expiresAt,
  }
  return { ...entry, hash: chainHash(head.headHash, entry) }
}

function headAt(entry: ChainedEntry & { hash: string }): AccountHead {
  return { balance: entry.balance, seq: entry.seq, headHash: entry.hash }
}
