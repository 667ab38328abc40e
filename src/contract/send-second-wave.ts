import * as v from 'valibot'
import { communityId, count, rowId } from './fields'

/** Tells in their inboxes all who could take a place of the slot, are not there and have not heard of it lately. Audited. */
export const request = v.strictObject({ communityId, slotId: rowId })
export const response = v.object({
  /** how many residents were told */
  told: count,
})
