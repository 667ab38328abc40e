import * as v from 'valibot'
import { communityId, sessionId } from './fields'
import { sessionView } from './session-view'

export const request = v.strictObject({ communityId, sessionId })
export const response = sessionView
