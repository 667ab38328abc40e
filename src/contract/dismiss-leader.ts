import * as v from 'valibot'
import { communityId, sessionId } from './fields'

/** Nobody leads this session any more. */
export const request = v.strictObject({ communityId, sessionId })
export const response = v.object({})
