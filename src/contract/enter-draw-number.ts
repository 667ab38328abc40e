import * as v from 'valibot'
import { communityId, instant, rowId } from './fields'

/** Three digits drawn in public after the list was frozen; entered once, and the draw is run with it. */
export const request = v.strictObject({
  communityId,
  slotId: rowId,
  number: v.pipe(v.string(), v.regex(/^[0-9]{3}$/, 'must be three digits')),
})
export const response = v.object({ drawnAt: instant })
