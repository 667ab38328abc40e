import * as v from 'valibot'
import { MOST_LINES } from '@/domain/name-chain'
import { communityId, rowId } from './fields'

/**
 * For a cadre: books a place each for residents who asked for it, by the same rules as if they did it themselves.
 * `dryRun`: only says what it would do.
 */
export const request = v.strictObject({
  communityId,
  slotId: rowId,
  residentIds: v.pipe(
    v.array(rowId),
    v.minLength(1, 'must name somebody'),
    v.maxLength(MOST_LINES, `must name at most ${MOST_LINES}`),
  ),
  dryRun: v.optional(v.boolean(), false),
})
export const response = v.object({
  /** in the order of the residents */
  results: v.array(
    v.object({
      residentId: rowId,
      /** null: not booked, or only tried */
      bookingId: v.nullable(rowId),
      /** null: booked, or could be */
      refusal: v.nullable(v.looseObject({ reason: v.string() })),
    }),
  ),
})
