import { DAY, dayStart, HOUR, MINUTE, type Instant } from '@/domain/time'
import { clock, day, dayOfMonth, inShanghai, weekday } from './date'

/** 2026-12-05: the day in Shanghai, as date pickers write it. */
export function pickerDay(at: Instant): string {
  return inShanghai(at).toISOString().slice(0, 10)
}

/** 16:20: the time in Shanghai, as time pickers write it. */
export function pickerTime(at: Instant): string {
  return clock(at, false)
}

/** The same time of day on the picked day; unchanged when nothing sensible was picked. */
export function onDay(at: Instant, picked: string): Instant {
  const midnight = Date.parse(`${picked}T00:00:00+08:00`)
  return Number.isFinite(midnight) ? midnight + (at - dayStart(at)) : at
}

/** The picked time on the same day; unchanged when nothing sensible was picked. */
export function atTime(at: Instant, picked: string): Instant {
  const match = /^(\d{1,2}):(\d{2})/.exec(picked)
  return match ? dayStart(at) + Number(match[1]) * HOUR + Number(match[2]) * MINUTE : at
}

/**
 * The day in Shanghai as calendars take it: a Date whose local year, month and day are that day's,
 * wherever this phone is.
 */
export function calendarDate(at: Instant): Date {
  const [year = 0, month = 1, dayOf = 1] = pickerDay(at).split('-').map(Number)
  return new Date(year, month - 1, dayOf)
}

/** Back again: midnight in Shanghai of the day a calendar gave. */
export function dayOfCalendar(picked: Date): Instant {
  return dayStart(Date.UTC(picked.getFullYear(), picked.getMonth(), picked.getDate()))
}

/** Today and the days after it, each at `at`'s time of day. */
export function daysFrom(now: Instant, at: Instant, count: number): Instant[] {
  const time = at - dayStart(at)
  return Array.from({ length: count }, (_, index) => dayStart(now) + index * DAY + time)
}

/** 今天, 明天, 周六 5日: one of the next days, short enough for a strip. */
export function shortDay(at: Instant, now: Instant): string {
  const near = day(at, now)
  return near === '今天' || near === '明天' ? near : `${weekday(at)} ${dayOfMonth(at)}日`
}
