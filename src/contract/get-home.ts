import * as v from 'valibot'
import { feedItem } from './feed-item'
import { communityId, count, instant, nextCursor, role, rowId } from './fields'
import { bookingView, sessionRef } from './session-view'

export const request = v.strictObject({ communityId })
export const response = v.object({
  community: v.object({ id: communityId, name: v.string() }),
  member: v.nullable(v.object({ residentId: rowId, name: v.string(), role, confirmed: v.boolean() })),
  /** the next booking to go to */
  next: v.nullable(bookingView),
  /** sessions this resident leads, the next first, three at most */
  leads: v.array(v.object({ ...sessionRef.entries, place: v.string() })),
  points: v.object({
    canPay: count,
    /** the soonest part to expire */
    expiring: v.nullable(v.object({ amount: count, expiresAt: instant })),
    minutesThisYear: count,
  }),
  unread: count,
  /** first page of {@link listSessions} */
  sessions: v.array(feedItem),
  nextCursor,
})
export type Home = v.InferOutput<typeof response>
