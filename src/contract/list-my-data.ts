import * as v from 'valibot'
import { communityId, cursor, instant, nextCursor } from './fields'
import { mySection } from './get-my-data'

/** One kind of what is kept of the asking resident, in words, the latest first. */
export const request = v.strictObject({ communityId, section: mySection, cursor: v.optional(cursor) })
export const response = v.object({
  lines: v.array(
    v.object({
      /** when it was noted; null: stands by itself */
      at: v.nullable(instant),
      what: v.string(),
      /** of the session it is about; null: about none */
      startsAt: v.nullable(instant),
      details: v.array(v.string()),
    }),
  ),
  nextCursor,
})
export type MyLine = v.InferOutput<typeof response>['lines'][number]
