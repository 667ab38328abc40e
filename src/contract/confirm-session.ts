import * as v from 'valibot'
import { communityId, count, countBetween, rowId, sessionId } from './fields'
import { roster } from './get-roster'

/** Those checked in and not `absent` are present. Points and hours are given once, however often this is sent. */
export const request = v.strictObject({
  communityId,
  sessionId,
  headCount: countBetween(0, 100_000),
  absent: v.pipe(v.array(rowId), v.maxLength(2000)),
})
export const response = v.object({
  /** decided now for the first time, with the points that brought */
  present: count,
  absent: count,
  points: count,
  undecided: count,
  /** in books that were opened again: whom it changes, points given besides and taken back */
  corrections: v.object({ people: count, given: count, taken: count }),
  roster,
})
