import * as v from 'valibot'
import { MOST_NAME } from '@/domain/nickname'
import { communityId, nickname, rowId, text } from './fields'

/** The one-time code that `npm run community:create` printed; spaces and dashes do not count. */
export const request = v.strictObject({ code: text(40), name: nickname(MOST_NAME) })
export const response = v.object({ communityId, communityName: v.string(), residentId: rowId })
