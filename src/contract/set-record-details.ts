import * as v from 'valibot'
import { normalVolunteerNumber, volunteerNumberFault } from '@/domain/volunteer-number'
import { communityId } from './fields'

const volunteerNumber = v.pipe(
  v.string(),
  v.maxLength(40, 'must be at most 20 letters and digits'),
  v.transform(normalVolunteerNumber),
  v.check((it) => volunteerNumberFault(it) !== 'form', 'must be 6–20 letters and digits'),
  v.check((it) => volunteerNumberFault(it) !== 'identity_card', 'is the number of an identity card'),
)

/** Of the asking resident; what is left out stays as it is. `volunteerNumber: null` takes it away. */
export const request = v.strictObject({
  communityId,
  volunteerNumber: v.optional(v.nullable(volunteerNumber)),
  namedInHonours: v.optional(v.boolean()),
})
export const response = v.object({ volunteerNumber: v.nullable(v.string()), namedInHonours: v.boolean() })
