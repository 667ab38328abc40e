import * as v from 'valibot'
import {
  activityKind,
  communityId,
  count,
  cursor,
  evaluation,
  instant,
  nextCursor,
  rowId,
  sessionId,
  year,
} from './fields'

/** Of the asking resident, latest first; of one year, or of all. */
export const request = v.strictObject({
  communityId,
  year: v.optional(year),
  cursor: v.optional(cursor),
})
export const response = v.object({
  /** of all years */
  totalMinutes: count,
  records: v.array(
    v.object({
      id: rowId,
      sessionId,
      activityKind,
      activityTitle: v.string(),
      slotTitle: v.string(),
      place: v.string(),
      startsAt: instant,
      /** after corrections, as are the points */
      minutes: count,
      points: count,
      evaluation: v.nullable(evaluation),
      /** other households that thanked for it */
      thanks: count,
    }),
  ),
  nextCursor,
})
