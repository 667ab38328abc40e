import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** For a cadre: a resident who asked for it joins the waitlist of a slot, by the same rules. */
export const request = v.strictObject({ communityId, slotId: rowId, residentId: rowId })
export const response = v.object({ waitlistEntryId: rowId })
