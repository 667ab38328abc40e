import * as v from 'valibot'
import { communityId, rowId, skill } from './fields'

/** The resident lives here; with `skills`, these are confirmed too. */
export const request = v.strictObject({
  communityId,
  residentId: rowId,
  skills: v.optional(
    v.pipe(
      v.array(skill),
      v.maxLength(8),
      v.check((skills) => new Set(skills).size === skills.length, 'names a skill twice'),
    ),
  ),
})
export const response = v.object({})
