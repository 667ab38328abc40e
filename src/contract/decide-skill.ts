import * as v from 'valibot'
import { communityId, rowId, skill } from './fields'

/** A cadre confirms what a resident says of a skill, or declines it; a confirmed one may be declined later. */
export const request = v.strictObject({ communityId, residentId: rowId, skill, confirmed: v.boolean() })
export const response = v.object({})
