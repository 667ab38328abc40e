import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** Ready to pay for a place of the priority window, or no longer. The turn stays. */
export const request = v.strictObject({ communityId, waitlistEntryId: rowId, usePoints: v.boolean() })
export const response = v.object({})
