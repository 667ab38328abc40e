import { DAY, dayStart, type Instant } from './time'

/** How many days ahead the last day of a leave may be. */
export const MOST_LEAVE_DAYS = 60

/** Days of which a resident has said that they do not serve: whole days in Shanghai, `until` left out. */
export interface Leave {
  from: Instant
  until: Instant
}

export function isOnLeave(leaves: Leave[], at: Instant): boolean {
  return leaves.some((it) => it.from <= at && at < it.until)
}

/** The last moment of the last day a leave may have. */
export function lastLeaveDay(now: Instant): Instant {
  return dayStart(now) + MOST_LEAVE_DAYS * DAY
}

/**
 * A leave from day to day, both of them in it. A first day gone by becomes today: the page may stand open at midnight.
 * @param days any moments of the days
 * @returns null: it would end before today, before it begins, or too far ahead
 */
export function leaveOf(days: { firstAt: Instant; lastAt: Instant }, now: Instant): Leave | null {
  const from = Math.max(dayStart(days.firstAt), dayStart(now))
  const last = dayStart(days.lastAt)
  return last < from || last > lastLeaveDay(now) ? null : { from, until: last + DAY }
}

/** With one more: what overlaps or touches becomes one. The first one first. */
export function withLeave(leaves: Leave[], one: Leave): Leave[] {
  const near = leaves.filter((it) => it.from <= one.until && one.from <= it.until)
  const joined = {
    from: Math.min(one.from, ...near.map((it) => it.from)),
    until: Math.max(one.until, ...near.map((it) => it.until)),
  }
  return [...leaves.filter((it) => !near.includes(it)), joined].sort((a, b) => a.from - b.from)
}

/** Without what is to come of one, from today on; what is over of it stays, as it keeps a series. */
export function endedLeave(leaves: Leave[], from: Instant, now: Instant): Leave[] {
  const today = dayStart(now)
  return leaves.flatMap((it) => {
    if (it.from !== from || it.until <= today) return [it]
    return it.from < today ? [{ from: it.from, until: today }] : []
  })
}
