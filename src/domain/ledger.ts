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

/** Where a walk along a chain has come to. */
export const CHAIN_START: AccountHead = { balance: 0, seq: 0, headHash: GENESIS }

/** @returns where the chain stands after this entry; null when it does not follow from the one before */
export function follow(head: AccountHead, entry: ChainedEntry & { hash: string }): AccountHead | null {
  const seq = head.seq + 1
  const balance = head.balance + entry.amount
  const headHash = chainHash(head.headHash, entry)
  const follows = entry.seq === seq && entry.hash === headHash && entry.balance === balance && balance >= 0
  return follows ? { balance, seq, headHash } : null
}

/** True when a walk has come to where the account says its chain ends. */
export function isEnd(walked: AccountHead, head: AccountHead): boolean {
  return walked.seq === head.seq && walked.headHash === head.headHash && walked.balance === head.balance
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
  let walked = CHAIN_START
  for (const entry of entries) {
    const next = follow(walked, entry)
    if (!next) return walked.seq + 1
    walked = next
  }
  return isEnd(walked, head) ? null : walked.seq + 1
}
