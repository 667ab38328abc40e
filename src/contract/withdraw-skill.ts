import * as v from 'valibot'
import { communityId, skill } from './fields'

/** A resident no longer says so; posts that are taken stay taken. */
export const request = v.strictObject({ communityId, skill })
export const response = v.object({})
