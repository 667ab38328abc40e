import * as v from 'valibot'
import { communityId, role, rowId } from './fields'

/** An admin appoints a cadre or another admin, or dismisses one. */
export const request = v.strictObject({ communityId, residentId: rowId, role })
export const response = v.object({ role })
