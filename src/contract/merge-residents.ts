import * as v from 'valibot'
import { communityId, rowId } from './fields'

/**
 * Somebody a cadre entered by name, without a phone (`keep`), has come with a phone since (`drop`): the phone is
 * theirs from now on, with all they have done.
 */
export const request = v.strictObject({ communityId, keep: rowId, drop: rowId })
export const response = v.object({})
