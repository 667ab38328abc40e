import { CHECK_IN_OPENS_BEFORE } from './attendance'
import { DAY, HOUR, type Instant } from './time'

/** Marks made without a network come late, so the leader leads for a day after the end. */
export const LEADS_AFTER = DAY
const NAMES_OPEN_AFTER = 2 * HOUR

interface LedSession {
  startsAt: Instant
  endsAt: Instant
  cancelledAt: Instant | null
}

/** Until when somebody leads a session; from the appointment on. */
export function leadsUntil({ endsAt }: Pick<LedSession, 'endsAt'>): Instant {
  return endsAt + LEADS_AFTER
}

/** Until when the names stay open to whoever began its roll call. */
export function namesOpenUntil({ endsAt }: Pick<LedSession, 'endsAt'>): Instant {
  return endsAt + NAMES_OPEN_AFTER
}

export type LeadingRefusal =
  /** nobody is needed to lead it any more, and nobody is called */
  | { reason: 'session_over' }
  | { reason: 'session_cancelled' }
  /** no cadre has confirmed this resident, and a leader and a cadre see names */
  | { reason: 'resident_unconfirmed' }
  /** it opens with the check-in */
  | { reason: 'check_in_not_open'; opensAt: Instant }

/** Whether somebody may be appointed to lead a session; null: yes. */
export function checkAppointment(
  session: LedSession,
  resident: { confirmedAt: Instant | null },
  now: Instant,
): LeadingRefusal | null {
  if (session.cancelledAt !== null) return { reason: 'session_cancelled' }
  if (now >= namesOpenUntil(session)) return { reason: 'session_over' }
  return resident.confirmedAt === null ? { reason: 'resident_unconfirmed' } : null
}

/** Whether the roll of a session may be called at `now`; null: yes. */
export function checkRollCall(session: LedSession, now: Instant): LeadingRefusal | null {
  if (session.cancelledAt !== null) return { reason: 'session_cancelled' }
  const opensAt = session.startsAt - CHECK_IN_OPENS_BEFORE
  if (now < opensAt) return { reason: 'check_in_not_open', opensAt }
  return now >= namesOpenUntil(session) ? { reason: 'session_over' } : null
}
