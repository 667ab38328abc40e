import * as v from 'valibot'
import { communityId, sessionId, shareId, text } from './fields'

export const MOST_OF_GROUP_NAME = 20

/**
 * A cadre sends a card or copies a link that carries `shareId`, chosen by the phone. `group`: the chat group it goes to,
 * as the cadre calls it. Recorded again, it is named anew.
 */
export const request = v.strictObject({
  communityId,
  sessionId,
  shareId,
  group: v.optional(v.nullable(text(MOST_OF_GROUP_NAME)), null),
})
export const response = v.object({})
