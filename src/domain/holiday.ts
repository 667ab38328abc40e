import { dayOf, dayStart, yearOf, type Instant } from './time'

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

type Dates = [month: number, day: number]

const off = (year: number, name: string, first: Dates, last: Dates): Holiday => ({
  name,
  firstAt: dayOf(year, ...first),
  lastAt: dayOf(year, ...last),
  works: false,
})
const work = (year: number, name: string, day: Dates): Holiday => ({
  ...off(year, name, day, day),
  works: true,
})

/**
 * What the State Council has announced, for a community that begins now. A year is added when its notice is out,
 * with a migration for the communities that are there already.
 */
export const ANNOUNCED: HolidayYear[] = [
  // 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04
  {
    year: 2026,
    holidays: [
      off(2026, '元旦', [1, 1], [1, 3]),
      work(2026, '元旦调休', [1, 4]),
      work(2026, '春节调休', [2, 14]),
      off(2026, '春节', [2, 15], [2, 23]),
      work(2026, '春节调休', [2, 28]),
      off(2026, '清明节', [4, 4], [4, 6]),
      off(2026, '劳动节', [5, 1], [5, 5]),
      work(2026, '劳动节调休', [5, 9]),
      off(2026, '端午节', [6, 19], [6, 21]),
      work(2026, '国庆节调休', [9, 20]),
      off(2026, '中秋节', [9, 25], [9, 27]),
      off(2026, '国庆节', [10, 1], [10, 7]),
      work(2026, '国庆节调休', [10, 10]),
    ],
  },
]
