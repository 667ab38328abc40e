import * as v from 'valibot'
import { communityId, count, cover, optionalText, rowId, text, version } from './fields'
import { MOST_CHARACTERS } from './publish-call'

/**
 * For a cadre, until its last session has ended: all its texts, as they shall be.
 * `version`: of the call as the cadre saw it.
 */
export const request = v.strictObject({
  communityId,
  callId: rowId,
  version,
  activity: v.strictObject({
    cover,
    title: text(MOST_CHARACTERS.title),
    description: optionalText(MOST_CHARACTERS.description),
    bring: optionalText(MOST_CHARACTERS.bring),
    riskNote: optionalText(MOST_CHARACTERS.riskNote),
    insurance: optionalText(MOST_CHARACTERS.insurance),
    contact: optionalText(MOST_CHARACTERS.contact),
  }),
})
export const response = v.object({
  version: count,
  /** residents who have booked and are told, each once */
  told: count,
})
