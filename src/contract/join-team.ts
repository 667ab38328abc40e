import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** A resident is in one team at most: this one from now on. */
export const request = v.strictObject({ communityId, teamId: rowId })
export const response = v.object({})
