import * as v from 'valibot'
import { communityId, rowId, text } from './fields'

/** The door is kept only as a keyed hash beside the building. */
export const request = v.strictObject({ communityId, gridId: rowId, building: text(20), door: text(20) })
export const response = v.object({})
