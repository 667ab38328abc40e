import * as v from 'valibot'
import { communityId, sessionId, shareId } from './fields'

/** A link that opens the session from outside WeChat, for thirty days; null where the platform gives none. */
export const request = v.strictObject({ communityId, sessionId, shareId: v.optional(shareId) })
export const response = v.object({ urlLink: v.nullable(v.string()) })
