import * as v from 'valibot'
import { communityId, instant, rowId, sessionId } from './fields'

/** A free place on the spot, for oneself, and being there: within five minutes of the right number. */
export const request = v.strictObject({ communityId, sessionId, slotId: rowId })
export const response = v.object({ checkedInAt: instant })
