import * as v from 'valibot'
import { activityKind, communityId, count, cursor, instant, nextCursor, rowId } from './fields'

/** Of the asking resident, latest first. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({
  totalMinutes: count,
  records: v.array(
    v.object({
      id: rowId,
      activityKind,
      activityTitle: v.string(),
      slotTitle: v.string(),
      place: v.string(),
      startsAt: instant,
      minutes: count,
      points: count,
    }),
  ),
  nextCursor,
})
