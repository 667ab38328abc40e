import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from './time'

/** A number is shown for this long. */
export const CODE_STEP = 30_000
const DIGITS = 1_000_000
/** Six hours of numbers. */
export const MOST_AHEAD = 720

/**
 * The number on the leader's screen, after HOTP (RFC 4226, dynamic truncation) with SHA-256.
 * @param secret of the session, never sent to a volunteer
 * @returns six digits
 */
export function checkInCode(secret: string, now: Instant): string {
  return codeOfStep(secret, Math.floor(now / CODE_STEP))
}

/**
 * The numbers of the coming steps, for a leader's phone that may lose its network: the first is the one shown at `from`.
 * @returns at most as many as {@link MOST_AHEAD}
 */
export function codesAhead(secret: string, from: Instant, until: Instant): string[] {
  const first = Math.floor(from / CODE_STEP)
  const count = Math.min(MOST_AHEAD, Math.ceil(until / CODE_STEP) - first)
  return Array.from({ length: Math.max(1, count) }, (_, index) => codeOfStep(secret, first + index))
}

/** True for the number shown now, and for the one before: a phone needs a moment. */
export function isCurrentCode(secret: string, code: string, now: Instant): boolean {
  const step = Math.floor(now / CODE_STEP)
  return code === codeOfStep(secret, step) || code === codeOfStep(secret, step - 1)
}

function codeOfStep(secret: string, step: number): string {
  const digest = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`check-in:${step}`))
  const offset = (digest[digest.length - 1] ?? 0) & 0x0f
  const bytes = digest.slice(offset, offset + 4)
  const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) & 0x7fffffff
  return String(value % DIGITS).padStart(6, '0')
}

/** Who gave the right number was there, and may take a free place so long without giving it again. */
export const PROVEN_FOR = 5 * 60_000

interface Tries {
  wrong: number
  lastAt: Instant
}

// Two numbers of a million are right at any time. Five tries in five minutes, from an hour before a session of an hour
// to its end, are 120 at most: one account in four thousand would hit, and each more that guesses adds as much.
const TRIES = 5
const LOCKED_FOR = 5 * 60_000

/** How often a resident may still guess; after five wrong numbers nothing counts for five minutes. */
export function triesLeft(tries: Tries, now: Instant): { left: number; lockedUntil: Instant | null } {
  if (tries.wrong < TRIES) return { left: TRIES - tries.wrong, lockedUntil: null }
  const lockedUntil = tries.lastAt + LOCKED_FOR
  return now < lockedUntil ? { left: 0, lockedUntil } : { left: TRIES, lockedUntil: null }
}

/** The tries after one more wrong number. */
export function afterWrong(tries: Tries, now: Instant): Tries {
  return { wrong: TRIES - triesLeft(tries, now).left + 1, lastAt: now }
}
