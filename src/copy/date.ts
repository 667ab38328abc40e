import { DAY, dayStart, hourOfDay, SHANGHAI, type Instant } from '@/domain/time'

/** By whose clock, and for whose eyes, a time is told. */
export interface Telling {
  now: Instant
  /** spoken times, as in 下午 4 点 20 分 */
  elder: boolean
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** A Date whose UTC fields are those of Shanghai at that moment, wherever this phone is. */
export const inShanghai = (at: Instant) => new Date(at + SHANGHAI)

const two = (count: number) => String(count).padStart(2, '0')

const daysFrom = (now: Instant, at: Instant) => Math.round((dayStart(at) - dayStart(now)) / DAY)

/** 周三 */
export function weekday(at: Instant): string {
  return WEEKDAYS[inShanghai(at).getUTCDay()] ?? ''
}

/** 12月2日, with the year when it is not this one. */
export function date(at: Instant, now: Instant): string {
  const it = inShanghai(at)
  const year = it.getUTCFullYear()
  const words = `${it.getUTCMonth() + 1}月${it.getUTCDate()}日`
  return year === inShanghai(now).getUTCFullYear() ? words : `${year}年${words}`
}

/** 2026-09-06, as tables sort it. */
export function isoDate(at: Instant): string {
  return inShanghai(at).toISOString().slice(0, 10)
}

// A time that is spoken: its figures are not parted from what they count.
const together = (words: string) => words.replace(/(\d) | (?=\d+ 分)/g, '$1\u00a0')

/** 16:20, or 下午 4 点 20 分. */
export function clock(at: Instant, elder: boolean): string {
  return elder ? together(spokenClock(at)) : `${two(hourOfDay(at))}:${two(minuteOf(at))}`
}

/** Near enough to be told by its weekday alone. */
export function isWithinWeek(at: Instant, now: Instant): boolean {
  const days = daysFrom(now, at)
  return days >= 0 && days < 7
}

/** 今天, 明天, 周三, beyond a week 12月2日 周三; for a day gone by its date. */
export function day(at: Instant, now: Instant): string {
  const days = daysFrom(now, at)
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  if (days > 1 && days < 7) return weekday(at)
  return `${date(at, now)} ${weekday(at)}`
}

/** 周三 16:20 within a week, 12月2日 周三 16:20 beyond. */
export function moment(at: Instant, { now, elder }: Telling): string {
  return `${day(at, now)} ${clock(at, elder)}`
}

/** For sentences: 周六上午 10 点, 12月2日下午 4 点 20 分. */
export function spoken(at: Instant, now: Instant): string {
  const days = daysFrom(now, at)
  const word = days >= 0 && days < 7 ? day(at, now) : date(at, now)
  return `${word}${spokenClock(at)}`
}

/** 周三 12月2日 16:20–17:20: the whole of a session's time. */
export function period(startsAt: Instant, endsAt: Instant, { now, elder }: Telling): string {
  const days = daysFrom(now, startsAt)
  const near = days === 0 ? '今天 ' : days === 1 ? '明天 ' : ''
  const hours = elder
    ? together(`${spokenClock(startsAt)}到${spokenEnd(startsAt, endsAt)}`)
    : `${clock(startsAt, false)}–${clock(endsAt, false)}`
  return `${near}${weekday(startsAt)} ${date(startsAt, now)} ${hours}`
}

/** 刚刚, 3 分钟前, 2 小时前, then the day. */
export function ago(at: Instant, { now, elder }: Telling): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000))
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (daysFrom(now, at) === 0) return `${Math.floor(minutes / 60)} 小时前`
  return daysFrom(now, at) === -1 ? `昨天 ${clock(at, elder)}` : date(at, now)
}

/** The same before a word, as in 昨天 11:40 发出: a figure keeps its distance. */
export function agoThen(at: Instant, telling: Telling): string {
  return ago(at, telling).replace(/\d$/, '$& ')
}

/** 12.5 小时: hours served, in halves and tenths where they are whole. */
export function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10)
}

/** Day of the month, for the strip of days. */
export function dayOfMonth(at: Instant): string {
  return String(inShanghai(at).getUTCDate())
}

const minuteOf = (at: Instant) => inShanghai(at).getUTCMinutes()

function spokenClock(at: Instant): string {
  const minute = minuteOf(at)
  const hour = hourOfDay(at)
  const twelve = hour > 12 ? hour - 12 : hour
  return `${partOfDay(hour)} ${twelve} 点${minute === 0 ? '' : minute === 30 ? '半' : ` ${minute} 分`}`
}

// 上午 9 点到 11 点: the part of the day is said once.
function spokenEnd(startsAt: Instant, endsAt: Instant): string {
  const end = spokenClock(endsAt)
  const same = partOfDay(hourOfDay(startsAt)) === partOfDay(hourOfDay(endsAt))
  return same ? end.slice(partOfDay(hourOfDay(endsAt)).length) : end
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 9) return '早上'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}
