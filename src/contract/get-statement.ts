import * as v from 'valibot'
import { communityId, count, cursor, instant, nextCursor } from './fields'

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
  checkInMethod: v.nullable(v.picklist(['code', 'manual', 'door'])),
})
export type StatementEntry = v.InferOutput<typeof statementEntry>

/** Latest first. */
export const request = v.strictObject({ communityId, cursor: v.optional(cursor) })
export const response = v.object({
  balance: count,
  canPay: count,
  expiring: v.array(v.object({ amount: count, expiresAt: instant })),
  minutesThisYear: count,
  entries: v.array(statementEntry),
  nextCursor,
})
