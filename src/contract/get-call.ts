import * as v from 'valibot'
import { communityId, count, cover, instant, rowId } from './fields'
import { writtenCall } from './list-held-calls'

/** For a cadre: a published call as it was written, to be changed or published once more. */
export const request = v.strictObject({ communityId, callId: rowId })
export const response = v.object({
  id: rowId,
  /** of its texts; grows with every change */
  version: count,
  cover,
  publishedAt: instant,
  /** some session of it has not ended: its texts can still be changed */
  open: v.boolean(),
  /** sessions as they are now, those that were cancelled left out; times of slots are those of the first */
  draft: writtenCall,
})
export type CallView = v.InferOutput<typeof response>
