import { dayTime } from './waitlist'
import { HOUR, type Instant } from './time'

/** What a waiting party was told, and may not have read. */
export type WaitingNews =
  /** an offer, to be taken up by `until` */
  | { kind: 'waitlist_offer'; toldAt: Instant; until: Instant }
  /** a place booked for it, free to be given back by `until` */
  | { kind: 'booked_from_waitlist'; toldAt: Instant; until: Instant }

/**
 * A place nobody knows of is a place nobody comes to. Six hours are enough to ring somebody up by day, and for a place
 * that is then given back to go on to the next while booking by itself is still of use to them.
 */
const CALLED_BEFORE = 6 * HOUR

/**
 * Is it time for a cadre to ring up a party that has not read what it was told? An offer: once half of its time is
 * used, the night not counted, as in the offer itself. A booked place: from six hours before the end of free
 * cancelling until the start.
 */
export function isToBeCalled(news: WaitingNews, session: { startsAt: Instant }, now: Instant): boolean {
  if (now >= session.startsAt) return false
  if (news.kind === 'booked_from_waitlist') return now >= news.until - CALLED_BEFORE
  if (now >= news.until) return false
  const used = dayTime(now) - dayTime(news.toldAt)
  return used * 2 >= dayTime(news.until) - dayTime(news.toldAt)
}
