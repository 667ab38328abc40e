import { credit, debit, type Account, type Movement, type Posting } from './account'
import { spendable } from './points'
import type { Instant } from './time'

export const MOST_GUARDIANS = 2
export const MOST_ADULTS = 4
export const MOST_CHILDREN = 6

/** What is asked about two households before they become one: `drop` goes into `keep`. */
export interface MergeFacts {
  sameDoor: boolean
  adults: number
  children: number
  /**
   * of `drop`: places whose session is not closed, parties in line, applications still to be drawn, open disputes,
   * and services whose books can be opened again: a correction goes to the account that had the points
   */
  pending: number
  /** of both: points that corrections could not take */
  owed: number
}

export type MergeRefusal =
  /** only who gave the same address can be one family */
  | { reason: 'other_door' }
  /** together they are more than a household has room for */
  | { reason: 'household_too_large'; adults: number; children: number }
  /** something of it is not settled: that is ended first, or the other household is the one to go */
  | { reason: 'household_busy'; pending: number }
  | { reason: 'household_owes'; points: number }

/** Whether two households may become one; null: yes. */
export function checkMerge(facts: MergeFacts): MergeRefusal | null {
  const { sameDoor, adults, children, pending, owed } = facts
  if (!sameDoor) return { reason: 'other_door' }
  if (adults > MOST_ADULTS || children > MOST_CHILDREN) {
    return { reason: 'household_too_large', adults: MOST_ADULTS, children: MOST_CHILDREN }
  }
  if (pending > 0) return { reason: 'household_busy', pending }
  return owed > 0 ? { reason: 'household_owes', points: owed } : null
}

/**
 * Takes all that can be spent out of one account and puts it into the other, each part with the expiry it has.
 * @returns the two postings; none when there is nothing to spend
 */
export function mergeAccounts(
  keep: Account,
  drop: Account,
  movements: { from: Movement; to: Movement },
  now: Instant,
): Posting[] {
  const all = spendable(drop.lots, now)
  const out = all > 0 ? debit(drop, movements.from, all) : null
  if (!out) return []
  const lots = drop.lots.filter((lot) => lot.left > 0 && lot.expiresAt > now)
  const credits = lots.map(({ left, expiresAt }) => ({ amount: left, expiresAt }))
  return [out.posting, credit(keep, movements.to, credits).posting]
}
