import * as v from 'valibot'
import { checkInNumber, communityId, instant, sessionId } from './fields'

/** The last check-out stands; one after the end counts as the end. */
export const request = v.strictObject({ communityId, sessionId, code: checkInNumber })
export const response = v.object({ checkedOutAt: instant })
