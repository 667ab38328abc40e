import * as v from 'valibot'
import { communityId } from './fields'

/** Whether those who hold a place in the same session may see the asking resident's name. */
export const request = v.strictObject({ communityId, named: v.boolean() })
export const response = v.object({})
