import * as v from 'valibot'
import { communityId, rowId } from './fields'

export const request = v.strictObject({ communityId, waitlistEntryId: rowId })
export const response = v.object({})
