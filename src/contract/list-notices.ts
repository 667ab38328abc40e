import * as v from 'valibot'
import { communityId, cursor, instant, nextCursor, rowId, sessionId } from './fields'

export const noticeKind = v.picklist([
  'booked_from_waitlist',
  'waitlist_offer',
  'points_credited',
  'confirmed',
  'draw_won',
  'draw_waiting',
  'draw_passed_over',
  'post_taken',
  'substitute_offer',
  'opening_soon',
  'draw_number_due',
])
export const notice = v.object({
  id: rowId,
  kind: noticeKind,
  createdAt: instant,
  readAt: v.nullable(instant),
  session: v.nullable(v.object({ id: sessionId, title: v.string(), startsAt: instant })),
  /** points credited; of a draw that was won: points paid */
  points: v.nullable(v.number()),
  /** opening_soon: when it opens; draw_number_due: until when a number is taken; an offer, or a post kept for who waits: until when it stands; a booking from the waitlist or by a draw: until when giving it back is free */
  until: v.nullable(instant),
})
export type Notice = v.InferOutput<typeof notice>

/** Latest first; what is listed counts as read from now on. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({ notices: v.array(notice), nextCursor })
