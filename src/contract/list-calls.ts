import * as v from 'valibot'
import { feedItem } from './feed-item'
import { communityId, count, cursor, instant, nextCursor } from './fields'

/** For a cadre. `open`: sessions whose books are not closed, soonest first. `closed`: latest first. */
export const request = v.strictObject({
  communityId,
  which: v.picklist(['open', 'closed']),
  cursor: v.optional(cursor),
})
export const response = v.object({
  sessions: v.array(
    v.object({
      ...feedItem.entries,
      /** a draw of this session waits for its public number */
      awaitsNumber: v.boolean(),
      waitlist: count,
      /** parties that wait, were told, and have not read it */
      toCall: count,
      publishedAt: instant,
      closedAt: v.nullable(instant),
    }),
  ),
  nextCursor,
  /** residents who wait to be confirmed */
  unconfirmed: count,
  /** entries of statements that somebody says are not right, still to be answered */
  disputes: count,
})
