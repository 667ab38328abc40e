import * as v from 'valibot'
import { communityId, familyRole, instant, rowId } from './fields'

/** A guardian makes a link for one more guardian, or for one of the family: for one person, and for a week. */
export const request = v.strictObject({ communityId, role: familyRole })
export const response = v.object({ invitationId: rowId, expiresAt: instant })
