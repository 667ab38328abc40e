import * as v from 'valibot'
import { communityId, rowId } from './fields'
import { sessionView } from './session-view'

export const request = v.strictObject({ communityId, offerId: rowId })
export const response = v.object({ bookingId: rowId, session: sessionView })
