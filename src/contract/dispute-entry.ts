import * as v from 'valibot'
import { disputeCause, disputeView, said } from './dispute-view'
import { communityId, countBetween } from './fields'

/** 这条不对? An entry of the own household's statement, by its seq; `other` needs words of one's own. */
export const request = v.strictObject({
  communityId,
  seq: countBetween(1, Number.MAX_SAFE_INTEGER),
  cause: disputeCause,
  note: said,
})
export const response = v.object({ dispute: disputeView })
