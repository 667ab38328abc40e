import * as v from 'valibot'
import { cancelCause } from './cancel-session'
import { communityId, count, cursor, instant, nextCursor, rowId, sessionId } from './fields'

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
  'starts_tomorrow',
  'starts_soon',
  'draw_number_due',
  'session_cancelled',
  'session_changed',
  'call_changed',
  'place_lost',
  'place_kept',
  'offer_taken_back',
  'booked_for_you',
  'waiting_for_you',
  'cancelled_for_you',
  'call_published',
  'call_stopped',
  'still_open',
  'role_set',
  'leader_appointed',
  'leader_dismissed',
  'leader_left',
  'skill_confirmed',
  'skill_declined',
  'suspended',
  'suspension_lifted',
  'points_corrected',
  'dispute_answered',
  'joining_waits',
  'joining_declined',
  'household_joined',
  'age_band_due',
  'thanked',
  'milestone',
  'place_taken_up',
])
/** What was changed of a session or a slot; null: not this. */
export const noticeChange = v.object({
  time: v.nullable(v.object({ wasAt: instant, startsAt: instant, endsAt: instant })),
  place: v.nullable(v.object({ was: v.string(), is: v.string() })),
  capacity: v.nullable(v.object({ was: count, is: count })),
  /** other words of the call: `bring` as it is now, null where it stayed */
  texts: v.optional(v.object({ riskNote: v.boolean(), bring: v.nullable(v.string()) })),
})
export type NoticeChange = v.InferOutput<typeof noticeChange>

export const notice = v.object({
  id: rowId,
  kind: noticeKind,
  createdAt: instant,
  readAt: v.nullable(instant),
  session: v.nullable(
    v.object({
      id: sessionId,
      title: v.string(),
      startsAt: instant,
      /** null: it takes place */
      cancelled: v.nullable(v.object({ cause: cancelCause, note: v.string() })),
    }),
  ),
  /** points credited; corrected by so many, null: none moved; of a draw that was won: points paid; of a place that was lost: points returned */
  points: v.nullable(v.number()),
  /** opening_soon: when it opens; draw_number_due: until when a number is taken; an offer, or a post kept for who waits: until when it stands; a booking, by waitlist, by draw or changed: until when giving it back is free */
  until: v.nullable(instant),
  change: v.nullable(noticeChange),
  /** role_set: the role; milestone: which; place_taken_up: the kind of its slot; of a skill: which; suspended: the reason. Null: nothing of these */
  about: v.nullable(v.string()),
})
export type Notice = v.InferOutput<typeof notice>

/** Latest first; what is listed counts as read from now on. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({ notices: v.array(notice), nextCursor })
