import * as v from 'valibot'
import { communityId, rowId } from './fields'

/** For a cadre who rings up somebody who has not read that a place is theirs: the whole number, which the log notes. */
export const request = v.strictObject({ communityId, noticeId: rowId })
/** digits; null: was taken away meanwhile */
export const response = v.object({ phone: v.nullable(v.string()) })
