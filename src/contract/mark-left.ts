import * as v from 'valibot'
import { communityId, instant, instantInput, rowId, sessionId, text } from './fields'

/** By hand, for a reason, which is audited: somebody left early. `leftAt` null takes a check-out back. */
export const request = v.strictObject({
  communityId,
  sessionId,
  attendeeId: rowId,
  leftAt: v.nullable(instantInput),
  why: text(100),
})
export const response = v.object({ checkedOutAt: v.nullable(instant) })
