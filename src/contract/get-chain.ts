import * as v from 'valibot'
import { communityId, count, countBetween, instant, rowId } from './fields'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** The account's entries after `seq`, in order, with all that their hashes stand for: the phone checks them itself. */
export const request = v.strictObject({
  communityId,
  seq: v.optional(countBetween(0, Number.MAX_SAFE_INTEGER), 0),
})
export const response = v.object({
  accountId: rowId,
  head: v.object({ balance: count, seq: count, headHash: hash }),
  entries: v.array(
    v.object({
      seq: count,
      movementId: rowId,
      kind: v.picklist(['service', 'booking', 'return', 'correction', 'expiry']),
      sessionId: v.nullable(v.string()),
      bookingId: v.nullable(rowId),
      attendeeId: v.nullable(rowId),
      reverses: v.nullable(rowId),
      amount: count,
      balance: count,
      expiresAt: v.nullable(instant),
      createdAt: instant,
      hash,
    }),
  ),
})
