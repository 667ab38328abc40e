import * as v from 'valibot'
import { communityId, instant, rowId } from './fields'

/** Of the household's own post. Who waits comes first; where nobody does, there is a link to be passed round. */
export const request = v.strictObject({ communityId, bookingId: rowId })
export const response = v.object({
  /** of the link; until somebody takes the post by it, it is still the holder's. null: who waited has it now */
  substituteId: v.nullable(rowId),
  /** somebody who waits has been asked, and the post is kept for them so long; null: for nobody */
  waitlistUntil: v.nullable(instant),
})
