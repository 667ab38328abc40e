import * as v from 'valibot'
import { communityId, party, rowId, shareId } from './fields'
import { bookingView, slotPlaces } from './session-view'

/**
 * All of the party or none. A visitor joins the community with the first booking. `shareId`: of the card or link by
 * which one came; one that is not of this session counts as none.
 */
export const request = v.strictObject({ communityId, slotId: rowId, party, shareId: v.optional(shareId) })
export const response = v.object({
  bookingId: rowId,
  booking: bookingView,
  /** how the slot stands after it */
  places: slotPlaces,
})
