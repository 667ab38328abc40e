import * as v from 'valibot'
import { communityId, instantInput } from './fields'

/** Ends the leave that begins on that day: its days from today on are taken out of it. */
export const request = v.strictObject({ communityId, firstAt: instantInput })
export { response } from './get-series'
