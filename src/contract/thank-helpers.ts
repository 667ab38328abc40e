import * as v from 'valibot'
import { communityId, sessionId } from './fields'

/** For a household that was in a class: thanks whoever helped there, once. Not found where it has nobody to thank. */
export const request = v.strictObject({ communityId, sessionId })
export const response = v.object({})
