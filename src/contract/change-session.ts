import * as v from 'valibot'
import { communityId, count, instantInput, sessionId, text, version } from './fields'
import { MOST_CHARACTERS } from './publish-call'

/**
 * For a cadre, before the session begins: the whole of its time and place, as it shall be.
 * `version`: of the session as the cadre saw it.
 */
export const request = v.strictObject({
  communityId,
  sessionId,
  version,
  startsAt: instantInput,
  endsAt: instantInput,
  place: text(MOST_CHARACTERS.place),
})
export const response = v.object({
  version: count,
  /** residents who are told, each once */
  told: count,
})
