import type { Leave } from './resident-leave'
import { WEEK, weekStart, type Instant } from './time'

/** Weeks a series goes back at most. */
export const MOST_SERIES_WEEKS = 104
/** Fewer weeks are no series. */
export const SHORTEST_SERIES = 2

/** What counts of one person and one kind of service. */
export interface SeriesFacts {
  /** when they served */
  served: Instant[]
  /** when they hold or held a post whose books are not closed: it may still turn out that they served */
  open: Instant[]
  /** Mondays of the weeks in which there was something of the kind to serve at */
  duties: Instant[]
  leaves: Leave[]
}

/** Mondays of the weeks that may count, this week's first. */
export function seriesMondays(now: Instant): Instant[] {
  return Array.from({ length: MOST_SERIES_WEEKS }, (_, ago) => weekStart(now) - ago * WEEK)
}

/**
 * In how many weeks on end they served, up to now. A week without such a duty, with a day of leave, or not over yet,
 * neither counts nor breaks the series.
 */
export function seriesWeeks({ served, open, duties, leaves }: SeriesFacts, now: Instant): number {
  const weeks = new Set(served.map(weekStart))
  const undecided = new Set(open.map(weekStart))
  const asked = new Set(duties)
  let count = 0
  let left = weeks.size
  for (const monday of seriesMondays(now)) {
    if (left === 0) break
    if (weeks.has(monday)) {
      count += 1
      left -= 1
      continue
    }
    const paused = leaves.some((it) => it.from < monday + WEEK && monday < it.until)
    const neutral = monday === weekStart(now) || undecided.has(monday) || paused || !asked.has(monday)
    if (!neutral) break
  }
  return count
}
