import * as v from 'valibot'
import { communityId, count, instant, rowId } from './fields'
import { sessionRef } from './session-view'

const application = v.object({
  id: rowId,
  places: count,
  weight: count,
  newcomer: v.boolean(),
  /** why it could have no place when it was drawn; a code */
  passedOver: v.nullable(v.string()),
  won: v.nullable(v.picklist(['newcomers', 'weighted'])),
  /** place in the waiting order, 1 is next; null for winners, and before the draw */
  turn: v.nullable(count),
})

/**
 * The public record of a draw. Applications show once the list is frozen, the seed once the draw is run. To repeat
 * it: the list's text is a line `slotId capacity` and a line `id places weight newcomer` (1 or 0) for each
 * application by rising id, joined by newlines; listHash is its SHA-256. The key is the seed's 32 bytes, or with a
 * public number the SHA-256 of these, a colon and the digits. An application's rank is the largest, as bytes, of
 * HMAC-SHA256(key, listHash:id:i) for i below its weight. Highest first, 30 % of the places go to newcomers with
 * weight 1, then the rest to all who are left; who does not fit or carries `passedOver` is passed over.
 */
export const request = v.strictObject({ communityId, slotId: rowId, cursor: v.optional(rowId) })
export const response = v.object({
  slotId: rowId,
  slotTitle: v.string(),
  session: sessionRef,
  drawAt: instant,
  frozenAt: v.nullable(instant),
  drawnAt: v.nullable(instant),
  /** places of the frozen list; before it, of the slot */
  capacity: count,
  seedHash: v.string(),
  listHash: v.nullable(v.string()),
  wantsNumber: v.boolean(),
  publicNumber: v.nullable(v.string()),
  seed: v.nullable(v.string()),
  /** how many households have applied, also before the list is frozen */
  applicationsMade: count,
  /** by id, at most 500 a page */
  applications: v.array(application),
  /** the asking household's own; null: it did not apply */
  mine: v.nullable(rowId),
  nextCursor: v.nullable(rowId),
})
