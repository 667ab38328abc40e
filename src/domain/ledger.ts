import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { asciiBytes } from './ascii'
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
  return bytesToHex(sha256(asciiBytes(`${previous}\n${escaped(canonical)}`)))
}

// Ids are ASCII. Somebody else's character must not pass for the one that has the same last byte.
function escaped(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export interface AccountHead {
  balance: number
  seq: number
  headHash: string
}

/** Where a walk along a chain has come to. */
export const CHAIN_START: AccountHead = { balance: 0, seq: 0, headHash: GENESIS }

/**
 * Follows an account's chain from a place where it was found right.
 * @param from the balance, seq and hash there
 * @returns where it has got to, or the seq of the first entry that does not follow from the one before
 */
export function follow(
  from: AccountHead,
  entries: (ChainedEntry & { hash: string })[],
): { at: AccountHead } | { brokenAt: number } {
  let at = from
  for (const entry of entries) {
    const seq = at.seq + 1
    const balance = at.balance + entry.amount
    const headHash = chainHash(at.headHash, entry)
    const follows = entry.seq === seq && entry.hash === headHash && entry.balance === balance && balance >= 0
    if (!follows) return { brokenAt: seq }
    at = { balance, seq, headHash }
  }
  return { at }
}

/** True when a walk has come to where the account says its chain ends. */
export function isEnd(walked: AccountHead, head: AccountHead): boolean {
  return walked.seq === head.seq && walked.headHash === head.headHash && walked.balance === head.balance
}
