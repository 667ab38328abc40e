import { HOUR, type Instant } from './time'

/** Who was booked from the waitlist or drawn may cancel freely for this long after being told. */
const FREE_AFTER_NOTICE = 2 * HOUR

/** Default of an activity: a place can be given back for free until then. */
export const FREE_CANCEL_HOURS = 12

/**
 * Until when a place can be given back without losing the points paid.
 * @param toldAt when the party was told of its place; null when it booked itself
 */
export function freeCancelUntil(
  session: { startsAt: Instant; freeCancelHours: number },
  toldAt: Instant | null,
): Instant {
  const usual = session.startsAt - session.freeCancelHours * HOUR
  if (toldAt === null) return usual
  return Math.min(session.startsAt, Math.max(usual, toldAt + FREE_AFTER_NOTICE))
}
