import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** By a member of the holder's household, for themselves. */
export const request = v.strictObject({ communityId, bookingId: rowId })
/** the taker's own booking */
export const response = v.object({ bookingId: rowId })
