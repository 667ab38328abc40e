/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const MINUTE = 60_000
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

/** The year in Shanghai. */
export function yearOf(at: Instant): number {
  // The civil year of a day since 1970-01-01, after Howard Hinnant's civil_from_days.
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

/**
 * Midnight in Shanghai that begins a day of the calendar.
 * @param month 1–12
 */
export function dayOf(year: number, month: number, day: number): Instant {
  // The inverse, days_from_civil.
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) * DAY - SHANGHAI
}

/** Midnight in Shanghai that begins the year of `at`. */
export function yearStart(at: Instant): Instant {
  return dayOf(yearOf(at), 1, 1)
}
