import * as v from 'valibot'
import { communityId, role, rowId } from './fields'

export const request = v.strictObject({})
export const response = v.object({
  memberships: v.array(
    v.object({
      communityId,
      communityName: v.string(),
      residentId: rowId,
      name: v.string(),
      role,
      confirmed: v.boolean(),
    }),
  ),
})
export type WhoAmI = v.InferOutput<typeof response>
