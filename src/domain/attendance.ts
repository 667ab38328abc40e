import { DAY, MINUTE, type Instant } from './time'

/** Somebody of the household did not come (2), or gave a place back too late for another to take (1). */
export interface Absence {
  at: Instant
  /** in half no-shows, so that sums stay whole */
  halves: 1 | 2
}

const ABSENCES_THAT_COUNT = 4
const WITHIN = 90 * DAY
const LIMITED_FOR = 30 * DAY
/** Older absences can no longer limit anybody. */
export const ABSENCES_MATTER_FOR = WITHIN + LIMITED_FOR

/**
 * From two no-shows within 90 days on, a household holds one booking at a time for 30 days.
 * @returns the end of those 30 days, or null when the household is not limited at `now`
 */
export function oneAtATimeUntil(absences: Absence[], now: Instant): Instant | null {
  const inOrder = [...absences].sort((a, b) => a.at - b.at)
  let until: Instant | null = null
  for (const last of inOrder) {
    const sum = inOrder
      .filter((absence) => absence.at > last.at - WITHIN && absence.at <= last.at)
      .reduce((halves, absence) => halves + absence.halves, 0)
    if (sum >= ABSENCES_THAT_COUNT) until = last.at + LIMITED_FOR
  }
  return until !== null && until > now ? until : null
}

/** Check-in opens this long before the planned start. */
export const CHECK_IN_OPENS_BEFORE = 60 * MINUTE

export interface Presence {
  checkedInAt: Instant | null
  checkedOutAt: Instant | null
}

/**
 * Minutes served, within the planned time; without a check-out the planned end counts.
 * @returns whole minutes, 0 when never checked in
 */
export function servedMinutes(plan: { startsAt: Instant; endsAt: Instant }, presence: Presence): number {
  if (presence.checkedInAt === null) return 0
  const from = Math.max(plan.startsAt, presence.checkedInAt)
  const to = Math.min(plan.endsAt, presence.checkedOutAt ?? plan.endsAt)
  return Math.max(0, Math.floor((to - from) / MINUTE))
}

/** At least 60 % of the planned time, in whole numbers. */
export function servedEnough(plan: { startsAt: Instant; endsAt: Instant }, minutes: number): boolean {
  return minutes * MINUTE * 100 >= (plan.endsAt - plan.startsAt) * 60
}
