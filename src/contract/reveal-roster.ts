import * as v from 'valibot'
import { communityId, sessionId, text } from './fields'
import { roster } from './get-roster'

/** Every reveal is logged with its reason. */
export const request = v.strictObject({ communityId, sessionId, why: text(100) })
export const response = roster
