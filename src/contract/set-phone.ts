import * as v from 'valibot'
import { readPhone } from '@/domain/phone'
import { communityId } from './fields'

const phone = v.pipe(
  v.string(),
  v.maxLength(40, 'is no telephone number'),
  v.check((typed) => readPhone(typed) !== null, 'is no telephone number'),
  v.transform((typed) => readPhone(typed) ?? ''),
)

/** Of the asking resident, left of their own will for those who ring up who waits; null takes it away. */
export const request = v.strictObject({ communityId, phone: v.nullable(phone) })
/** as it is kept: digits */
export const response = v.object({ phone: v.nullable(v.string()) })
