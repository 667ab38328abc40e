import { dayStart, yearOf, type Instant } from './time'

/** Days off, or make-up workdays for them, in a row. */
export interface Holiday {
  name: string
  /** midnight that begins the first day */
  firstAt: Instant
  /** midnight that begins the last day */
  lastAt: Instant
  /** a Saturday or Sunday on which people work instead */
  works: boolean
}

/** What is known of a year; of a year without a row nothing is. */
export interface HolidayYear {
  year: number
  holidays: Holiday[]
}

/** What a day is by the table: days off, a make-up workday, nothing of that, or nobody knows. */
export type DayMark = Holiday | 'ordinary' | 'unknown'

/** @param at any time of the day */
export function dayMark(years: HolidayYear[], at: Instant): DayMark {
  const known = years.find(({ year }) => year === yearOf(at))
  if (!known) return 'unknown'
  const day = dayStart(at)
  return known.holidays.find(({ firstAt, lastAt }) => firstAt <= day && day <= lastAt) ?? 'ordinary'
}

/** Years of these days that the table does not know, each once. */
export function unknownYears(years: HolidayYear[], days: Instant[]): number[] {
  const asked = new Set(days.map(yearOf))
  return [...asked].filter((it) => !years.some(({ year }) => year === it)).sort((a, b) => a - b)
}

export interface HolidayFault {
  path: string
  fault: 'not_a_day' | 'ends_before_start' | 'other_year' | 'days_overlap'
}

/** What is wrong with the table of a year; empty when nothing is. */
export function checkHolidays({ year, holidays }: HolidayYear): HolidayFault[] {
  return holidays.flatMap((_, index) => {
    const fault = faultOf(year, holidays, index)
    return fault
      ? [{ path: `holidays.${index}.${fault === 'ends_before_start' ? 'lastAt' : 'firstAt'}`, fault }]
      : []
  })
}

function faultOf(year: number, holidays: Holiday[], index: number): HolidayFault['fault'] | null {
  const holiday = holidays[index]
  if (!holiday) return null
  const { firstAt, lastAt } = holiday
  if (dayStart(firstAt) !== firstAt || dayStart(lastAt) !== lastAt) return 'not_a_day'
  if (lastAt < firstAt) return 'ends_before_start'
  if (yearOf(firstAt) !== year || yearOf(lastAt) !== year) return 'other_year'
  const clash = holidays.some((other, at) => at < index && other.firstAt <= lastAt && firstAt <= other.lastAt)
  return clash ? 'days_overlap' : null
}
