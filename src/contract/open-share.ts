import * as v from 'valibot'
import { communityId, shareId } from './fields'

/** Somebody opened a card or link: counted, and nothing is kept of who. One that nobody sent is not counted. */
export const request = v.strictObject({ communityId, shareId })
export const response = v.object({})
