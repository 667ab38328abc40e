import * as v from 'valibot'
import { communityId, evaluation, rowId, sessionId } from './fields'

/** Of somebody whose hours are confirmed; null takes it back. It stands in the person's own record. Audited. */
export const request = v.strictObject({
  communityId,
  sessionId,
  attendeeId: rowId,
  evaluation: v.nullable(evaluation),
})
export const response = v.object({})
