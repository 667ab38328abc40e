import * as v from 'valibot'
import { communityId, count, rowId } from './fields'

/** Two households at one door are one family: people, points and what they took part in go over to `keep`. */
export const request = v.strictObject({ communityId, keep: rowId, drop: rowId })
export const response = v.object({ residents: count, children: count, points: count })
