import * as v from 'valibot'
import { communityId, instant, instantInput, optionalText, rowId, sessionId } from './fields'

/** By hand: a child at the door, or a resident for a reason, which is audited. */
export const request = v.strictObject({
  communityId,
  sessionId,
  attendeeId: rowId,
  why: optionalText(100),
  /** since when, as noted on the spot; absent: from the start */
  at: v.optional(instantInput),
})
export const response = v.object({ checkedInAt: instant })
