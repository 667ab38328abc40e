import * as v from 'valibot'
import { communityId, rowId, text } from './fields'

export const MOST_BUILDING = 20

/** The door is kept only as a keyed hash beside the building. */
export const request = v.strictObject({
  communityId,
  gridId: rowId,
  building: text(MOST_BUILDING),
  door: text(20),
})
export const response = v.object({})
