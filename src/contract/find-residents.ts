import * as v from 'valibot'
import { MOST_LINES } from '@/domain/name-chain'
import { MOST_NAME } from '@/domain/nickname'
import { communityId, rowId, text } from './fields'

export const MOST_MATCHES = 10

const found = v.object({
  residentId: rowId,
  name: v.string(),
  gridName: v.nullable(v.string()),
  building: v.nullable(v.string()),
  withoutPhone: v.boolean(),
})
export type FoundResident = v.InferOutput<typeof found>

/** For a cadre: the residents of these names. `part`: those whose name contains what is given. */
export const request = v.strictObject({
  communityId,
  names: v.pipe(
    v.array(text(MOST_NAME)),
    v.minLength(1, 'must name somebody'),
    v.maxLength(MOST_LINES, `must have at most ${MOST_LINES} names`),
  ),
  part: v.optional(v.boolean(), false),
})
/** In the order of the names, for each at most {@link MOST_MATCHES}. */
export const response = v.object({ matches: v.array(v.array(found)) })
