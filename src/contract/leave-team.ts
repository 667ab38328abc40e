import * as v from 'valibot'
import { communityId } from './fields'

export const request = v.strictObject({ communityId })
export const response = v.object({})
