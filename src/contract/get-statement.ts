import * as v from 'valibot'
import { disputeView } from './dispute-view'
import { checkInMethod, communityId, count, cursor, instant, nextCursor, role } from './fields'

export const statementEntry = v.object({
  seq: count,
  kind: v.picklist(['service', 'booking', 'return', 'correction', 'expiry', 'merge']),
  amount: count,
  balance: count,
  createdAt: instant,
  /** null when the movement has no session */
  activityTitle: v.nullable(v.string()),
  sessionStartsAt: v.nullable(instant),
  /** of a presence: how it was recorded */
  checkInMethod: v.nullable(checkInMethod),
})
export type StatementEntry = v.InferOutput<typeof statementEntry>

/** What is told of an entry beside its figures. */
export const entryStory = v.object({
  slotTitle: v.nullable(v.string()),
  /** whose service, or whose place; empty: gave no name, or it is about nobody */
  attendeeName: v.string(),
  /** of a service: minutes as they stand, and who confirmed them, by role */
  minutes: v.nullable(count),
  confirmedBy: v.nullable(role),
  /** of a return: why */
  returned: v.nullable(v.picklist(['given_back', 'session_cancelled', 'shrunk'])),
  /** of a correction: what it corrects, and why */
  corrects: v.nullable(
    v.object({
      kind: statementEntry.entries.kind,
      amount: count,
      createdAt: instant,
      cause: v.picklist(['dispute', 'roll_call', 'owed', 'other']),
    }),
  ),
  /** the last one raised at this entry */
  dispute: v.nullable(disputeView),
  /** another can be raised at it, as far as those before count */
  disputes: v.object({ open: v.boolean(), answered: count }),
})
export type EntryStory = v.InferOutput<typeof entryStory>

export const statementLine = v.object({ ...statementEntry.entries, ...entryStory.entries })
export type StatementLine = v.InferOutput<typeof statementLine>

/** Latest first. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({
  balance: count,
  canPay: count,
  /** what a correction could not take: the next points earned make up for it */
  owed: count,
  /** the asking resident's choice: hours without points */
  hoursOnly: v.boolean(),
  expiring: v.array(v.object({ amount: count, expiresAt: instant })),
  minutesThisYear: count,
  entries: v.array(statementLine),
  nextCursor,
})
