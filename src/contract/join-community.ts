import * as v from 'valibot'
import { MOST_NAME } from '@/domain/nickname'
import { communityId, nickname, rowId } from './fields'

export const request = v.strictObject({ communityId, name: nickname(MOST_NAME) })
export const response = v.object({ residentId: rowId })
