import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** Gives up a call that was never published. */
export const request = v.strictObject({ communityId, heldId: rowId })
export const response = v.object({})
