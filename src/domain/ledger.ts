import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from './time'

/** What moved points: earned by service, paid for an early place, given back, corrected, expired, two households made one. */
export type MovementKind = 'service' | 'booking' | 'return' | 'correction' | 'expiry' | 'merge'

/** One link of a household account's chain. Holds ids and codes, never names or free text. */
export interface ChainedEntry {
  communityId: string
  accountId: string
  /** 1, 2, 3 … without a gap */
  seq: number
  movementId: string
  kind: MovementKind
  /** what it was for; null where it does not apply */
  sessionId: string | null
  bookingId: string | null
  attendeeId: string | null
  /** of a return or a correction: the movement it takes back */
  reverses: string | null
  /** whole points; a credit is positive */
  amount: number
  /** of the account, after this entry */
  balance: number
  /** of a credit: when it stops counting */
  expiresAt: Instant | null
  createdAt: Instant
}

/** Head of an account without entries. */
export const GENESIS = '0'.repeat(64)

/**
 * SHA-256 over the previous hash and the canonical form of the entry: a JSON array in a fixed order.
 * @returns 64 hex digits
 */
export function chainHash(previous: string, entry: ChainedEntry): string {
  const canonical = JSON.stringify([
    entry.communityId,
    entry.accountId,
    entry.seq,
    entry.movementId,
    entry.kind,
    entry.sessionId,
    entry.bookingId,
    entry.attendeeId,
    entry.reverses,
    entry.amount,
    entry.balance,
    entry.expiresAt,
    entry.createdAt,
  ])
  return bytesToHex(sha256(utf8ToBytes(`${previous}\n${canonical}`)))
}

export interface AccountHead {
  balance: number
  seq: number
  headHash: string
}

/**
 * Walks one account from its first entry.
 * @returns the seq of the first entry that does not follow from the one before, or of the missing
 *   one after the last when head, seq or balance say otherwise; null when all of it holds
 */
export function firstBrokenEntry(
  entries: (ChainedEntry & { hash: string })[],
  head: AccountHead,
): number | null {
  let hash = GENESIS
  let balance = 0
  for (const [index, entry] of entries.entries()) {
    hash = chainHash(hash, entry)
    balance += entry.amount
    const follows =
      entry.seq === index + 1 && entry.hash === hash && entry.balance === balance && balance >= 0
    if (!follows) return index + 1
  }
  const whole = head.seq === entries.length && head.headHash === hash && head.balance === balance
  return whole ? null : entries.length + 1
}
