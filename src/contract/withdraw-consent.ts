import * as v from 'valibot'
import { communityId, rowId } from './fields'
import { givenUp } from './given-up'

/** A guardian takes consent back: the child leaves all lists, and what is to come is cancelled. */
export const request = v.strictObject({
  communityId,
  childId: rowId,
  /** true: only says what would be cancelled */
  dryRun: v.boolean(),
})
export const response = v.object({ givenUp: v.array(givenUp) })
