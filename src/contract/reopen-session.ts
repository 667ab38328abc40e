import * as v from 'valibot'
import { communityId, sessionId, text } from './fields'
import { roster } from './get-roster'

/** For a cadre: closed books are opened again, for a reason that is audited. */
export const request = v.strictObject({ communityId, sessionId, why: text(100) })
export const response = v.object({ roster })
