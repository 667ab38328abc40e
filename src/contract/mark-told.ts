import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** A cadre has told somebody what a notice did not; it leaves the list of those to call, and is audited. */
export const request = v.strictObject({ communityId, noticeId: rowId })
export const response = v.object({})
