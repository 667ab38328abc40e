import * as v from 'valibot'
import { communityId, count, rowId } from './fields'

/** Without `attendeeIds` the whole party. */
export const request = v.strictObject({
  communityId,
  bookingId: rowId,
  attendeeIds: v.optional(v.pipe(v.array(rowId), v.minLength(1), v.maxLength(12))),
})
export const response = v.object({
  /** points that came back */
  returned: count,
  /** after the free-cancel time: points paid are kept */
  late: v.boolean(),
  /** somebody from the waitlist was given or offered a place by it */
  passedOn: v.boolean(),
})
