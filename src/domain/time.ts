/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

// China has had one offset and no daylight saving since 1991, so a fixed shift is exact.
export const SHANGHAI = 8 * HOUR

/** Midnight in Shanghai that begins the day of `at`. */
export function dayStart(at: Instant): Instant {
  return Math.floor((at + SHANGHAI) / DAY) * DAY - SHANGHAI
}

/** Midnight in Shanghai that begins the Monday-to-Sunday week of `at`. */
export function weekStart(at: Instant): Instant {
  const day = dayStart(at)
  // 1970-01-01 was a Thursday: three days after its Monday.
  const sinceMonday = (Math.floor((day + SHANGHAI) / DAY) + 3) % 7
  return day - sinceMonday * DAY
}

/** Hour of the day in Shanghai, 0–23. */
export function hourOfDay(at: Instant): number {
  return Math.floor((at - dayStart(at)) / HOUR)
}

/** The calendar year of `at` in Shanghai. */
export function yearOf(at: Instant): number {
  // After Howard Hinnant's civil_from_days, as far as the year.
  const day = Math.floor((at + SHANGHAI) / DAY) + 719_468
  const era = Math.floor(day / 146_097)
  const dayOfEra = day - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  // The civil year of this reckoning begins on the 1st of March; 306 days later comes January.
  return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0)
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Midnight in Shanghai that begins a month; the 13th is January of the next year. */
export function monthStart(year: number, month: number): Instant {
  const [y, m] = [year + Math.floor((month - 1) / 12), (month - 1) % 12]
  const years = y - 1
  const january =
    years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) - 719_162
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  return (january + (DAYS_BEFORE_MONTH[m] ?? 0) + (leap && m > 1 ? 1 : 0)) * DAY - SHANGHAI
}

/**
 * Midnight in Shanghai that begins a day of the calendar.
 * @param month 1–12
 */
export function dayOf(year: number, month: number, day: number): Instant {
  return monthStart(year, month) + (day - 1) * DAY
}

/** Midnight in Shanghai that begins the year of `at`. */
export function yearStart(at: Instant): Instant {
  return monthStart(yearOf(at), 1)
}

/** Of Shanghai's day: until noon, until six, after. */
export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const
export type PartOfDay = (typeof PARTS_OF_DAY)[number]

/** The hours of the day it has, the last one left out. */
export const HOURS_OF_PART: Record<PartOfDay, readonly [number, number]> = {
  morning: [0, 12],
  afternoon: [12, 18],
  evening: [18, 24],
}
