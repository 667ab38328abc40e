import * as v from 'valibot'
import { ageBand, communityId, rowId, text } from './fields'

/** A nickname and an age band: nothing else about a child is ever stored. */
export const request = v.strictObject({
  communityId,
  nickname: text(10),
  ageBand,
  /** the version of the consent text the guardian agreed to */
  consentVersion: v.literal(1, 'must name the consent text that was shown'),
})
export const response = v.object({ childId: rowId })
