import * as v from 'valibot'
import { activityKind, communityId, count, cover, cursor, instant, nextCursor, rowId } from './fields'

/** A call that was published, whoever did it. */
export const pastCall = v.object({
  id: rowId,
  kind: activityKind,
  cover,
  title: v.string(),
  place: v.string(),
  publishedAt: instant,
  /** how many sessions it had, and when the first of them was */
  sessions: count,
  firstAt: instant,
  slots: v.array(v.object({ kind: v.picklist(['seat', 'post']), title: v.string(), capacity: count })),
})
export type PastCall = v.InferOutput<typeof pastCall>

/** For a cadre: the community's calls, latest first. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({ calls: v.array(pastCall), nextCursor })
