import type { MovementKind } from './ledger'
import type { Role } from './role'
import { DAY, type Instant } from './time'

/** What is not right about an entry; a sentence may stand beside it. */
export const DISPUTE_CAUSES = ['points', 'minutes', 'not_ours', 'not_returned', 'other'] as const
export type DisputeCause = (typeof DISPUTE_CAUSES)[number]

/** Why an entry stays as it is; a sentence may stand beside it. */
export const KEEP_CAUSES = ['roll_call', 'rule', 'talked', 'other'] as const
export type KeepCause = (typeof KEEP_CAUSES)[number]

export const DISPUTE_STATES = ['open', 'withdrawn', 'corrected', 'kept'] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]

/** Most characters of a sentence beside a cause. */
export const MOST_SAID = 60
/** An entry can be disputed for so long. */
export const DISPUTE_WITHIN = 90 * DAY
/** What moved is looked at again once after it was answered: the second answer is the last one here. */
const MOST_ANSWERS = 2
/** Points for one presence by a cadre; more needs an admin. */
export const CORRECTED_BY_CADRE = 30

export type DisputeRefusal =
  /** the entry is too old since `until` */
  | { reason: 'dispute_too_late'; until: Instant }
  /** the same is being looked at already */
  | { reason: 'already_disputed' }
  /** answered twice: the rest is for a talk at the community's desk */
  | { reason: 'answered_twice' }

/** What can be disputed about an entry, and by what it is kept back. */
export interface DisputedEntry {
  createdAt: Instant
  /** a dispute about the same movement waits for its answer */
  open: boolean
  /** disputes about the same movement that were answered */
  answered: number
}

/** @returns null when the entry can be disputed at `now` */
export function whyNotDispute(entry: DisputedEntry, now: Instant): DisputeRefusal | null {
  if (entry.open) return { reason: 'already_disputed' }
  if (entry.answered >= MOST_ANSWERS) return { reason: 'answered_twice' }
  const until = entry.createdAt + DISPUTE_WITHIN
  return now < until ? null : { reason: 'dispute_too_late', until }
}

/** The causes that make sense for an entry. */
export function disputeCauses(kind: MovementKind): DisputeCause[] {
  switch (kind) {
    case 'service':
      return ['points', 'minutes', 'not_ours', 'other']
    case 'booking':
      return ['not_returned', 'points', 'not_ours', 'other']
    case 'return':
    case 'correction':
    case 'expiry':
    case 'merge':
      return ['points', 'other']
  }
}

export type CorrectionRefusal =
  /** an expiry, say: it can be answered with a reason only */
  | { reason: 'not_correctable' }
  | { reason: 'needs_admin'; most: number }
  /** a correction never takes more than the place cost */
  | { reason: 'more_than_paid'; paid: number }
  /** nobody serves longer than planned */
  | { reason: 'more_than_planned'; minutes: number }

/** What moved first, as far as its correction is concerned. */
export type Correctable =
  | { kind: 'service'; plannedMinutes: number }
  /** points first paid */
  | { kind: 'booking'; paid: number }
  | { kind: 'other' }

/**
 * @param to points it shall have moved in all, and of a service the minutes; null: they stay
 * @returns null when somebody of `role` may correct it so
 */
export function whyNotCorrect(
  entry: Correctable,
  to: { points: number; minutes: number | null },
  role: Role,
): CorrectionRefusal | null {
  switch (entry.kind) {
    case 'other':
      return { reason: 'not_correctable' }
    case 'booking':
      if (to.minutes !== null) return { reason: 'not_correctable' }
      return to.points > entry.paid ? { reason: 'more_than_paid', paid: entry.paid } : null
    case 'service':
      if (to.minutes !== null && to.minutes > entry.plannedMinutes)
        return { reason: 'more_than_planned', minutes: entry.plannedMinutes }
      if (to.points > CORRECTED_BY_CADRE && role !== 'admin')
        return { reason: 'needs_admin', most: CORRECTED_BY_CADRE }
      return null
  }
}
