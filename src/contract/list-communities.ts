import * as v from 'valibot'
import { communityId, cursor, nextCursor } from './fields'

export const request = v.strictObject({ cursor: v.optional(cursor) })
export const response = v.object({
  communities: v.array(v.object({ id: communityId, name: v.string() })),
  next: nextCursor,
})
