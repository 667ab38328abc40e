import * as v from 'valibot'
import { ageBand, communityId, rowId } from './fields'

/** A guardian says how old a child is now; the same again counts as an answer, too. */
export const request = v.strictObject({ communityId, childId: rowId, ageBand })
export const response = v.object({})
