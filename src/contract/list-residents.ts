import * as v from 'valibot'
import { communityId, cursor, instant, nextCursor, role, rowId } from './fields'

/** For a cadre. `unconfirmed`: those who gave an address and wait, longest first. */
export const request = v.strictObject({
  communityId,
  which: v.picklist(['unconfirmed', 'confirmed']),
  cursor: v.optional(cursor),
})
export const response = v.object({
  residents: v.array(
    v.object({
      id: rowId,
      name: v.string(),
      role,
      gridName: v.nullable(v.string()),
      building: v.nullable(v.string()),
      joinedAt: instant,
      /** another household gave the same door: flats are shared, so look, do not refuse */
      sameDoor: v.boolean(),
      skills: v.array(v.object({ skill: v.string(), confirmed: v.boolean() })),
    }),
  ),
  nextCursor,
})
