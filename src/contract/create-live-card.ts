import * as v from 'valibot'
import { communityId, sessionId } from './fields'

/**
 * Asked before a card is sent, so that the card follows its session. `liveCard` null: the card is an ordinary one, because
 * the session is too far ahead or has begun, or the platform gives none.
 */
export const request = v.strictObject({ communityId, sessionId })
export const response = v.object({
  liveCard: v.nullable(
    v.object({
      /** of the platform, handed to the share menu; one serves all cards of a session */
      activityId: v.string(),
      memberCount: v.number(),
      roomLimit: v.number(),
    }),
  ),
})
