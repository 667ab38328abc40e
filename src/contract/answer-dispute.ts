import * as v from 'valibot'
import { keepCause, said } from './dispute-view'
import { communityId, countBetween, rowId } from './fields'

/** Points one presence can bring at all; more than 30 need an admin. */
const MOST_POINTS = 100
const DAY_IN_MINUTES = 24 * 60

/** For a cadre: a correction or a reason, once. `other` needs words of one's own. */
export const request = v.strictObject({
  communityId,
  disputeId: rowId,
  answer: v.variant('kind', [
    v.strictObject({
      kind: v.literal('correct'),
      /** what it shall have brought or cost in all */
      points: countBetween(0, MOST_POINTS),
      /** of a service; absent: they stay */
      minutes: v.optional(countBetween(0, DAY_IN_MINUTES)),
    }),
    v.strictObject({ kind: v.literal('keep'), cause: keepCause, note: said }),
  ]),
})
export const response = v.object({ state: v.picklist(['corrected', 'kept']) })
