import * as v from 'valibot'
import { communityId, count, countBetween, instantInput, text, version } from './fields'

export const MOST_HOLIDAYS = 40
export const MOST_HOLIDAY_NAME = 10

/** For an admin: all that is known of a year. `version`: as the admin saw it; 0: the year was not known. */
export const request = v.strictObject({
  communityId,
  year: countBetween(2026, 2100),
  version,
  holidays: v.pipe(
    v.array(
      v.strictObject({
        name: text(MOST_HOLIDAY_NAME),
        firstAt: instantInput,
        lastAt: instantInput,
        works: v.boolean(),
      }),
    ),
    v.minLength(1, 'must have a day'),
    v.maxLength(MOST_HOLIDAYS, `must have at most ${MOST_HOLIDAYS} entries`),
  ),
})
export const response = v.object({ version: count })
