import * as v from 'valibot'
import { disputeView } from './dispute-view'
import { communityId, count, cursor, instant, nextCursor, rowId, sessionId } from './fields'
import { statementLine } from './get-statement'

export const disputeCase = v.object({
  ...disputeView.entries,
  /** who says it, masked; empty: gave no name */
  raisedBy: v.string(),
  /** of the asking cadre: a colleague has to answer */
  ownHousehold: v.boolean(),
  /** the entry in question, as the household reads it, names masked */
  entry: statementLine,
  /** what can be corrected; null: it can be answered with a reason only */
  correctable: v.nullable(
    v.object({
      kind: v.picklist(['service', 'booking']),
      /** brought, or paid, in all as it stands */
      points: count,
      /** the most it can be corrected to without an admin; of a booking: what was paid */
      most: count,
      /** of a service, as they stand */
      minutes: v.nullable(count),
    }),
  ),
  /** what is known of the presence; null: the entry is about no session */
  presence: v.nullable(
    v.object({
      sessionId,
      attendeeId: v.nullable(rowId),
      plannedFrom: instant,
      plannedUntil: instant,
      checkedInAt: v.nullable(instant),
      checkInMethod: statementLine.entries.checkInMethod,
      /** null: did not check out */
      checkedOutAt: v.nullable(instant),
      outcome: v.nullable(v.picklist(['present', 'absent'])),
      headCount: v.nullable(count),
      /** present by the roster */
      counted: count,
    }),
  ),
})
export type DisputeCase = v.InferOutput<typeof disputeCase>

/** For a cadre. `open`: waiting, oldest first. `answered`: latest first. */
export const request = v.strictObject({
  communityId,
  which: v.picklist(['open', 'answered']),
  cursor: v.optional(cursor),
})
export const response = v.object({
  disputes: v.array(disputeCase),
  nextCursor,
  /** all that wait */
  open: count,
})
