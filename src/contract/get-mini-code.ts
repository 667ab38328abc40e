import * as v from 'valibot'
import { communityId, sessionId, shareId } from './fields'

/** A code of the mini-program that opens the session, counted as the share it names. */
export const request = v.strictObject({ communityId, sessionId, shareId: v.optional(shareId) })
export const response = v.object({
  /** a data URL; null: there is none */
  image: v.nullable(v.string()),
  /** why not; null: there is one */
  lacks: v.nullable(v.picklist(['unpublished', 'unanswered'])),
})
