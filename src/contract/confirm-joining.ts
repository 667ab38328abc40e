import * as v from 'valibot'
import { communityId, count, rowId } from './fields'

/** A guardian confirms the person who accepted: they come into the household, with what is theirs. */
export const request = v.strictObject({
  communityId,
  invitationId: rowId,
  /** who was shown to the guardian */
  residentId: rowId,
})
export const response = v.object({ children: count, points: count })
