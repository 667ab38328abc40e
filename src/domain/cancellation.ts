import { HOUR, type Instant } from './time'

/** Who was booked from the waitlist or drawn may cancel freely for this long after being told. */
const FREE_AFTER_NOTICE = 2 * HOUR

/** Default of an activity: a place can be given back for free until then. */
export const FREE_CANCEL_HOURS = 12

/** Why the community cancels a session; a few words may stand beside it. */
export const CANCEL_CAUSES = ['weather', 'too_few', 'place', 'people', 'other'] as const
export type CancelCause = (typeof CANCEL_CAUSES)[number]

/**
 * Until when a place can be given back without losing the points paid.
 * @param session.movedAt when the community last changed its time, after it was published
 * @param toldAt when the party was told of its place; null when it booked itself
 * @param bookedAt null: this moment
 */
export function freeCancelUntil(
  session: { startsAt: Instant; freeCancelHours: number; movedAt?: Instant | null },
  toldAt: Instant | null,
  bookedAt: Instant | null = null,
): Instant {
  // Who agreed to another time is not held to the new one.
  if (session.movedAt && bookedAt !== null && bookedAt <= session.movedAt) return session.startsAt
  const usual = session.startsAt - session.freeCancelHours * HOUR
  if (toldAt === null) return usual
  return Math.min(session.startsAt, Math.max(usual, toldAt + FREE_AFTER_NOTICE))
}
