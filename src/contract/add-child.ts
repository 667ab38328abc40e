import * as v from 'valibot'
import { CONSENT_VERSION } from '@/domain/child'
import { MOST_NICKNAME } from '@/domain/nickname'
import { ageBand, communityId, nickname, rowId } from './fields'

export const consentVersion = v.literal(CONSENT_VERSION, 'must name the consent text that was shown')

/** A nickname and an age band: nothing else about a child is ever stored. */
export const request = v.strictObject({
  communityId,
  nickname: nickname(MOST_NICKNAME),
  ageBand,
  /** the version of the consent text the guardian agreed to */
  consentVersion,
})
export const response = v.object({ childId: rowId })
