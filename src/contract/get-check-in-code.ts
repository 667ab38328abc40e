import * as v from 'valibot'
import { communityId, instant, sessionId } from './fields'

/** What the leader's screen shows; changes every 30 seconds. */
export const request = v.strictObject({ communityId, sessionId })
export const response = v.object({
  code: v.string(),
  until: instant,
  /** the numbers that follow, each for 30 seconds, until an hour after the end or for six hours: for want of a network */
  ahead: v.array(v.string()),
  opensAt: instant,
})
