import { CHECK_IN_OPENS_BEFORE, CHECK_OUT_OPEN_AFTER, type Plan } from './attendance'
import type { Instant } from './time'

/** Where a session stands for its leader: check-in not open, open, over with its books open, or closed. */
export type RosterPhase = 'before' | 'check_in' | 'closing' | 'closed'

interface Books {
  endsAt: Instant
  closedAt: Instant | null
  cancelledAt: Instant | null
}

export function rosterPhase(session: Books & { checkInOpensAt: Instant }, now: Instant): RosterPhase {
  if (session.closedAt !== null || session.cancelledAt !== null) return 'closed'
  if (now < session.checkInOpensAt) return 'before'
  return now < session.endsAt ? 'check_in' : 'closing'
}

/** What may be done on the spot at a time. */
export type OnTheSpot =
  /** `check_out`: who leaves after the end; `mark`: by the leader's hand, until the books are closed */
  'check_in' | 'check_out' | 'mark'

export type SpotRefusal =
  { reason: 'check_in_not_open'; opensAt: Instant } | { reason: 'check_in_over'; endsAt: Instant }

/** @returns why not, or null when it may be done now */
export function whyNotOnTheSpot(session: Plan & Books, what: OnTheSpot, now: Instant): SpotRefusal | null {
  const opensAt = session.startsAt - CHECK_IN_OPENS_BEFORE
  const phase = rosterPhase({ ...session, checkInOpensAt: opensAt }, now)
  if (phase === 'before' || session.cancelledAt !== null) return { reason: 'check_in_not_open', opensAt }
  const over = { reason: 'check_in_over', endsAt: session.endsAt } as const
  if (phase === 'closed') return over
  if (phase === 'check_in' || what === 'mark') return null
  return what === 'check_out' && now < session.endsAt + CHECK_OUT_OPEN_AFTER ? null : over
}
