import * as v from 'valibot'
import { communityId, countBetween, rowId, sessionId } from './fields'

const minutes = v.optional(countBetween(0, 24 * 60), 0)

/** In books that were opened again: somebody was there after all, or was not, or not all the time. */
export const request = v.strictObject({
  communityId,
  sessionId,
  attendeeId: rowId,
  outcome: v.picklist(['present', 'absent']),
  /** of who was there: minutes after the planned start, and before the planned end */
  late: minutes,
  early: minutes,
})
export const response = v.object({})
