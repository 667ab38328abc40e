import * as v from 'valibot'
import { communityId, rowId, text } from './fields'

/** The one-time code that `npm run community:create` printed; spaces and dashes do not count. */
export const request = v.strictObject({ code: text(40), name: text(20) })
export const response = v.object({ communityId, communityName: v.string(), residentId: rowId })
