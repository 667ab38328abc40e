import * as v from 'valibot'
import { communityId, skill } from './fields'

/** A resident says: 我有这个专长. It counts once a cadre has confirmed it. */
export const request = v.strictObject({ communityId, skill })
export const response = v.object({ confirmed: v.boolean() })
