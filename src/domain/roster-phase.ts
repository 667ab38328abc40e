import type { Instant } from './time'

/** Where a session stands for its leader: check-in not open, open, over with its books open, or closed. */
export type RosterPhase = 'before' | 'check_in' | 'closing' | 'closed'

export function rosterPhase(
  session: {
    checkInOpensAt: Instant
    endsAt: Instant
    closedAt: Instant | null
    cancelledAt: Instant | null
  },
  now: Instant,
): RosterPhase {
  if (session.closedAt !== null || session.cancelledAt !== null) return 'closed'
  if (now < session.checkInOpensAt) return 'before'
  return now < session.endsAt ? 'check_in' : 'closing'
}
