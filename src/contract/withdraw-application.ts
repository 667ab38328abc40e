import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** Until the draw. */
export const request = v.strictObject({ communityId, applicationId: rowId })
export const response = v.object({})
