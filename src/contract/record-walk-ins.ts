import * as v from 'valibot'
import { communityId, countBetween, sessionId } from './fields'

export const MOST_WALK_INS = 10_000

/** For a cadre, from the start of check-in until the books are closed: who came without being registered. */
export const request = v.strictObject({ communityId, sessionId, count: countBetween(0, MOST_WALK_INS) })
export const response = v.object({ walkIns: countBetween(0, MOST_WALK_INS) })
