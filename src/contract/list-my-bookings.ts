import * as v from 'valibot'
import { communityId, count, cursor, nextCursor } from './fields'
import { applicationView, bookingView, waitlistView } from './session-view'

/** `upcoming`: not ended, soonest first, with the household's waitlist entries and applications for draws. `past`: latest first. */
export const request = v.strictObject({
  communityId,
  which: v.picklist(['upcoming', 'past']),
  cursor: v.optional(cursor),
})
export const response = v.object({
  bookings: v.array(
    v.object({
      ...bookingView.entries,
      /** a class that is over, whose helpers this household may still thank: on one booking of each */
      toThank: v.boolean(),
      /** points that its presences have brought, corrections included; of those to come none */
      earned: count,
    }),
  ),
  waitlists: v.array(waitlistView),
  applications: v.array(applicationView),
  nextCursor,
})
