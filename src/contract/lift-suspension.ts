import * as v from 'valibot'
import { communityId, rowId } from './fields'

export const request = v.strictObject({ communityId, residentId: rowId })
export const response = v.object({})
