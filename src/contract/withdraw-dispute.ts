import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** By anybody of the household, before it is answered. */
export const request = v.strictObject({ communityId, disputeId: rowId })
export const response = v.object({})
