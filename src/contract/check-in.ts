import * as v from 'valibot'
import { checkInNumber, communityId, instant, sessionId } from './fields'

/** The number on the leader's screen. Who had checked out is back with it, and the check-out is gone. */
export const request = v.strictObject({ communityId, sessionId, code: checkInNumber })
export const response = v.object({ checkedInAt: instant })
