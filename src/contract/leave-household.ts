import * as v from 'valibot'
import { communityId, count, rowId } from './fields'
import { givenUp } from './given-up'

/** Somebody moves out, into a household of their own; from there they may accept an invitation to another. */
export const request = v.strictObject({
  communityId,
  /** true: only says what would become of everything */
  dryRun: v.boolean(),
})
export const response = v.object({
  /** paid with the household's points, or in one booking with who stays */
  givenUp: v.array(givenUp),
  /** bookings and waits that go along */
  taken: count,
  /** points that stay with the household */
  points: count,
  /** go along, as no other guardian stays; empty: the children stay. By id: this answer is kept, and names are not */
  children: v.array(rowId),
})
