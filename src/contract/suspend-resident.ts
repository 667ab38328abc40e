import * as v from 'valibot'
import { communityId, instantInput, rowId, text } from './fields'

/** Books nothing until then; what is booked stays. The resident reads the reason. */
export const request = v.strictObject({ communityId, residentId: rowId, until: instantInput, why: text(100) })
export const response = v.object({})
