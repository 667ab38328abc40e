import * as v from 'valibot'
import { communityId, fileFormat, fileLink, sessionId, text } from './fields'

/** The roster of one session with its names and waitlists as a file. Logged with its reason. */
export const request = v.strictObject({ communityId, sessionId, why: text(100), format: fileFormat })
export const response = fileLink
