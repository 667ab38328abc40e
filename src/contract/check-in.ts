import * as v from 'valibot'
import { communityId, instant, sessionId } from './fields'

export const request = v.strictObject({
  communityId,
  sessionId,
  code: v.pipe(v.string(), v.regex(/^[0-9]{6}$/, 'must be six digits')),
})
export const response = v.object({ checkedInAt: instant })
