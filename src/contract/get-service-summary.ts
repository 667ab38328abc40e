import * as v from 'valibot'
import { MILESTONES } from '@/domain/milestone'
import { activityKind, communityId, count, instant, year } from './fields'

const sum = { minutes: count, times: count }

/** What the asking resident has served in one year, this one by default, and what they have set for their record. */
export const request = v.strictObject({ communityId, year: v.optional(year) })
export const response = v.object({
  year: count,
  /** from the first service's year to this one, this one first */
  years: v.array(count),
  ...sum,
  /** of all years */
  totalMinutes: count,
  /** of all years: what was reached with which service, the latest last, and what is missing for the next; null: none is left */
  milestones: v.object({
    reached: v.array(v.object({ is: v.picklist(MILESTONES), at: instant })),
    next: v.nullable(v.object({ is: v.picklist(MILESTONES), ...sum })),
  }),
  /** the most hours first, as below */
  kinds: v.array(v.object({ kind: activityKind, ...sum })),
  /** the first 20 by title; `activityCount`: how many there are */
  activities: v.array(v.object({ kind: activityKind, title: v.string(), ...sum })),
  activityCount: count,
  /** shown to nobody else */
  volunteerNumber: v.nullable(v.string()),
  namedInHonours: v.boolean(),
})
