import * as v from 'valibot'
import { communityId, sessionId } from './fields'
import { roster } from './get-roster'

/** Opens the names of one session to who asks, until two hours after its end; logged once. */
export const request = v.strictObject({ communityId, sessionId })
export const response = roster
