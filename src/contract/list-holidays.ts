import * as v from 'valibot'
import { communityId, count, instant } from './fields'

/** Days in a row, from midnight to midnight. */
export const holiday = v.object({
  name: v.string(),
  firstAt: instant,
  lastAt: instant,
  /** people work on these days instead */
  works: v.boolean(),
})
export const holidayYear = v.object({
  year: count,
  /** grows with every change */
  version: count,
  holidays: v.array(holiday),
})
export type HolidayYearView = v.InferOutput<typeof holidayYear>

/** For a cadre: this year and what is known of those to come. A year that is not there is not known. */
export const request = v.strictObject({ communityId })
export const response = v.object({ years: v.array(holidayYear) })
