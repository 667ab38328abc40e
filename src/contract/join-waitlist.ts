import * as v from 'valibot'
import { communityId, party, rowId } from './fields'
import { sessionView } from './session-view'

/** `usePoints`: ready to pay for a place that comes free in the priority window. */
export const request = v.strictObject({ communityId, slotId: rowId, party, usePoints: v.boolean() })
export const response = v.object({ waitlistEntryId: rowId, session: sessionView })
