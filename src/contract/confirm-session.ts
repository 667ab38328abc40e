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
export const response = v.object({ present: count, absent: count, undecided: count, points: count, roster })
