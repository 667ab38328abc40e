import * as v from 'valibot'
import { activityKind, communityId, count, instant, sessionId } from './fields'

/** The card to keep after a duty, of the asking resident. Not found until their time there is confirmed. */
export const request = v.strictObject({ communityId, sessionId })
export const response = v.object({
  /** its name */
  community: v.string(),
  activityKind,
  activityTitle: v.string(),
  place: v.string(),
  startsAt: instant,
  /** served by this resident, after corrections */
  minutes: count,
  /** people of other households who served in it */
  neighbours: count,
  /** other households that thanked for it */
  thanks: count,
})
