import { DAY, HOUR, type Instant } from './time'

/** Points count for twelve months of 365 days. */
export const POINTS_LAST = 365 * DAY
const RETURNED_LAST_AT_LEAST = 7 * DAY
const POINTS_AN_HOUR = 10
const POINTS_A_PRESENCE = 30

/**
 * Points a cadre may give for one presence; more needs an admin.
 * @returns whole points, 1–30
 */
export function dutyPoints(plan: { startsAt: Instant; endsAt: Instant }): number {
  const byTime = Math.floor(((plan.endsAt - plan.startsAt) * POINTS_AN_HOUR) / HOUR)
  return Math.min(POINTS_A_PRESENCE, Math.max(1, byTime))
}

const JOINED_BEFORE = 30 * DAY

/**
 * From when a person or child who comes into a household may use its points. A household stands once
 * points have moved on its account; before that there is nothing to lend to anybody.
 * @param account.seq entries so far
 */
export function pointsUsableFrom(account: { seq: number }, now: Instant): Instant {
  return account.seq === 0 ? now : now + JOINED_BEFORE
}

/** One credit, and what is left of it. */
export interface Lot {
  /** place of the credit in the account's chain */
  seq: number
  expiresAt: Instant
  left: number
}

/** What a household can pay at `now`, whether or not expired lots have been booked out yet. */
export function spendable(lots: Lot[], now: Instant): number {
  return lots.reduce((sum, lot) => (lot.expiresAt > now ? sum + lot.left : sum), 0)
}

/** What one debit takes from one lot. */
export interface Allocation {
  lotSeq: number
  amount: number
  expiresAt: Instant
}

/**
 * Spend the oldest points first.
 * @param first places of credits that go before all others
 * @returns which lots pay `amount`, or null when they cannot
 */
export function spend(lots: Lot[], amount: number, now: Instant, first: number[] = []): Allocation[] | null {
  const rank = (lot: Lot) => (first.includes(lot.seq) ? 0 : 1)
  const inOrder = lots
    .filter((lot) => lot.left > 0 && lot.expiresAt > now)
    .sort((a, b) => rank(a) - rank(b) || a.expiresAt - b.expiresAt || a.seq - b.seq)
  const allocations: Allocation[] = []
  let due = amount
  for (const lot of inOrder) {
    if (due === 0) break
    const part = Math.min(lot.left, due)
    allocations.push({ lotSeq: lot.seq, amount: part, expiresAt: lot.expiresAt })
    due -= part
  }
  return due === 0 ? allocations : null
}

/** What each of `places` pays of `points`: whole points, the first ones a point more. */
export function sharePoints(points: number, places: number): number[] {
  return Array.from(
    { length: places },
    (_, index) => Math.floor(points / places) + (index < points % places ? 1 : 0),
  )
}

/** Returned points keep their expiry, but last at least seven days from the return. */
export function returnedExpiry(expiresAt: Instant, now: Instant): Instant {
  return Math.max(expiresAt, now + RETURNED_LAST_AT_LEAST)
}
