import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** By a guardian, of a link or of who accepted it; or by who accepted it and does not want to any more. */
export const request = v.strictObject({ communityId, invitationId: rowId })
export const response = v.object({})
