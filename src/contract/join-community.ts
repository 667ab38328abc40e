import * as v from 'valibot'
import { communityId, rowId, text } from './fields'

export const request = v.strictObject({ communityId, name: text(20) })
export const response = v.object({ residentId: rowId })
