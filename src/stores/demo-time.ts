import type { Home } from '@/contract/get-home'
import { DAY, HOUR, MINUTE, weekStart, type Instant } from '@/domain/time'

const BEFORE = 10 * MINUTE

/** Shortly before the next session worth going to: one's own, else the first in the feed. */
export function beforeNextSession(home: Home | null, now: Instant): Instant | null {
  const starts = [home?.next?.session.startsAt, ...(home?.sessions.map((it) => it.startsAt) ?? [])]
  return starts.map((it) => (it ?? 0) - BEFORE).find((it) => it > now) ?? null
}

export function nextSaturdayMorning(now: Instant): Instant {
  const saturday = weekStart(now) + 5 * DAY + 9.5 * HOUR
  return saturday > now ? saturday : saturday + 7 * DAY
}
