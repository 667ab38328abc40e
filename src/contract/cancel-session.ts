import * as v from 'valibot'
import { CANCEL_CAUSES } from '@/domain/cancellation'
import { communityId, count, optionalText, sessionId } from './fields'

export const cancelCause = v.picklist(CANCEL_CAUSES)
/** Most characters beside the cause. */
export const MOST_NOTE = 60

/** For a cadre, before the session begins. `dryRun`: only says what it would do. */
export const request = v.strictObject({
  communityId,
  sessionId,
  cause: cancelCause,
  /** in the cadre's own words; may be empty */
  note: optionalText(MOST_NOTE),
  dryRun: v.optional(v.boolean(), false),
})
export const response = v.object({
  /** residents who are told, each once */
  told: count,
  /** places that were held */
  places: count,
  /** points that go back */
  points: count,
})
