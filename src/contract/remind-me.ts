import * as v from 'valibot'
import { communityId, instant, party, rowId } from './fields'
import { sessionView } from './session-view'

/**
 * One reminder a resident and slot, before it next opens to this party: the priority window if it could pay then, else
 * the general opening or the end of the newcomers' part. A visitor joins the community with it.
 */
export const request = v.strictObject({ communityId, slotId: rowId, party })
export const response = v.object({ remindAt: instant, session: sessionView })
