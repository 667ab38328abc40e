import * as v from 'valibot'
import { feedItem } from './feed-item'
import { activityKind, communityId, cursor, nextCursor } from './fields'

/** Sessions that have not ended, soonest first. */
export const request = v.strictObject({
  communityId,
  cursor: v.optional(cursor),
  activityKind: v.optional(activityKind),
  slotKind: v.optional(v.picklist(['seat', 'post'])),
})
export const response = v.object({ sessions: v.array(feedItem), nextCursor })
