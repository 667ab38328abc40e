import * as v from 'valibot'
import { MESSAGE_MOST, STACK_MOST } from '@/domain/phone-error'

const most = (max: number) => v.pipe(v.string(), v.maxLength(max, `must be at most ${max} characters`))
const of = (form: RegExp) => v.pipe(v.string(), v.regex(form, 'has other characters, or too many'))

/** What went wrong on a phone, for whoever runs the server; nobody has to be signed in. */
export const request = v.strictObject({
  kind: v.picklist(['error', 'rejection']),
  message: most(MESSAGE_MOST),
  stack: most(STACK_MOST),
  page: of(/^[\w/-]{0,100}$/),
  version: of(/^[\w.-]{0,30}$/),
  platform: of(/^[\w. -]{0,30}$/),
})
export const response = v.object({})
