import * as v from 'valibot'
import { communityId, rowId, sessionId } from './fields'
import { sessionView } from './session-view'

/** `substituteId`: by whose link one came, of a post that is passed on. */
export const request = v.strictObject({ communityId, sessionId, substituteId: v.optional(rowId) })
export const response = sessionView
