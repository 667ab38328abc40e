import * as v from 'valibot'
import { communityId, rowId } from './fields'
import { sessionView } from './session-view'

/** For oneself, by the link that the holder of a post has passed round. A visitor joins the community with it. */
export const request = v.strictObject({ communityId, substituteId: rowId })
export const response = v.object({ bookingId: rowId, session: sessionView })
