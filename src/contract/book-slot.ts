import * as v from 'valibot'
import { communityId, party, rowId } from './fields'
import { bookingView, slotPlaces } from './session-view'

/** All of the party or none. A visitor joins the community with the first booking. */
export const request = v.strictObject({ communityId, slotId: rowId, party })
export const response = v.object({
  bookingId: rowId,
  booking: bookingView,
  /** how the slot stands after it */
  places: slotPlaces,
})
