import * as v from 'valibot'
import { communityId, rowId, sessionId } from './fields'

/** Who leads this session from now on, in place of whoever did. */
export const request = v.strictObject({ communityId, sessionId, residentId: rowId })
export const response = v.object({})
