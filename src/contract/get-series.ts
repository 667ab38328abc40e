import * as v from 'valibot'
import { activityKind, communityId, count, instant, sessionId } from './fields'

/** In how many weeks on end the asking resident served, and when they do not; nobody else sees it. */
export const request = v.strictObject({ communityId })
export const response = v.object({
  /** the longest first; none that is over */
  series: v.array(v.object({ kind: activityKind, weeks: count })),
  /** not over yet, the soonest first; moments of the first day and of the last */
  leaves: v.array(v.object({ firstAt: instant, lastAt: instant })),
  /** posts the resident holds on days of leave: they stay until the resident gives them back */
  held: v.array(v.object({ sessionId, title: v.string(), startsAt: instant })),
  /** a leave may last until that day */
  lastAt: instant,
})
