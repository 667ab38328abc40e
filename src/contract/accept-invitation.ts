import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** The person invited agrees; they are in once a guardian has confirmed them by name. */
export const request = v.strictObject({ communityId, invitationId: rowId })
export const response = v.object({})
