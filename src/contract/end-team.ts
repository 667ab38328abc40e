import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** Nobody is in it any more, and nobody joins it; what it booked keeps its name. */
export const request = v.strictObject({ communityId, teamId: rowId })
export const response = v.object({})
