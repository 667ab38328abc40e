import * as v from 'valibot'
import { instant, text } from './fields'

export const request = v.strictObject({ code: text(200) })
/** A bearer token for the Authorization header; opaque, signed, expiring. */
export const response = v.object({ token: v.string(), until: instant })
