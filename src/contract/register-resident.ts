import * as v from 'valibot'
import { MOST_NAME } from '@/domain/nickname'
import { communityId, nickname, optionalText, rowId } from './fields'
import { MOST_BUILDING } from './set-address'

/** For a cadre: somebody without a phone joins by name, confirmed by the cadre who knows them. */
export const request = v.strictObject({
  communityId,
  name: nickname(MOST_NAME),
  gridId: v.nullable(rowId),
  building: optionalText(MOST_BUILDING),
})
export const response = v.object({ residentId: rowId })
