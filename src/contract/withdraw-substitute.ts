import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** The holder comes after all. */
export const request = v.strictObject({ communityId, substituteId: rowId })
export const response = v.object({})
