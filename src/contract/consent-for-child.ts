import * as v from 'valibot'
import { consentVersion } from './add-child'
import { communityId, rowId } from './fields'

/** A guardian agrees to the consent text as it is now. */
export const request = v.strictObject({ communityId, childId: rowId, consentVersion })
export const response = v.object({})
