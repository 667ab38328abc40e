import * as v from 'valibot'
import { communityId, cursor, instant, nextCursor, role, rowId, text } from './fields'
import { skillClaim } from './list-unconfirmed'

/** For a cadre: those who are confirmed, in the order of joining. `name`: a part of it. */
export const request = v.strictObject({
  communityId,
  name: v.optional(text(20)),
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
      suspendedUntil: v.nullable(instant),
      skills: v.array(skillClaim),
    }),
  ),
  nextCursor,
})
