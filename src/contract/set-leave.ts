import * as v from 'valibot'
import { communityId, instantInput } from './fields'

/**
 * The asking resident does not serve from one day to another, both of them included and any moment of them: today at the
 * soonest, 60 days ahead at the latest. What overlaps or touches another leave becomes one with it. No reason is asked.
 */
export const request = v.strictObject({ communityId, firstAt: instantInput, lastAt: instantInput })
export { response } from './get-series'
