import { DAY, type Instant } from './time'

const THANKED_WITHIN = 14 * DAY

/** A class may be thanked for once it is over, and for two weeks. */
export function mayThank(session: { endsAt: Instant; cancelledAt: Instant | null }, now: Instant): boolean {
  return session.cancelledAt === null && now >= session.endsAt && now < session.endsAt + THANKED_WITHIN
}
