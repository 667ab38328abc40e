import type { ActivityKind } from '@/domain/activity'
import { DAY, dayStart, type Instant } from '@/domain/time'
import { ACTIVITY_WORDS } from './activity'
import { date, type Telling } from './date'

/** Weeks on end, and leave that pauses them. */
export const series = {
  title: '连着来',
  leave: '请假',
  intro: '有一阵子来不了，就请个假。这些天不喊您帮忙，连着的周数也不断。不用说为什么。',
  yours: '您的请假',
  end: '提前回来',
  drop: '不请了',
  held: '请假的日子里您还有这些岗位，不会自动取消。来不了，点开让出，好让邻居接上。',
  from: '从哪天',
  until: '到哪天',
  take: (days: number) => `请假 ${days} 天`,
  more: '再请一段',
  backwards: '最后一天在第一天前面了，改一改。',
  most: (lastAt: Instant, now: Instant) => `最晚请到${date(lastAt, now)}，到时候还能再请。`,
} as const

/** 护学岗连着 5 周 */
export function seriesWords({ kind, weeks }: { kind: ActivityKind; weeks: number }): string {
  return `${ACTIVITY_WORDS[kind].name}连着 ${weeks} 周`
}

interface LeaveDays {
  firstAt: Instant
  lastAt: Instant
}

/** 12月3日到12月10日, or the one day. */
export function leaveWords({ firstAt, lastAt }: LeaveDays, { now }: Telling): string {
  return firstAt === lastAt ? date(firstAt, now) : `${date(firstAt, now)}到${date(lastAt, now)}`
}

/** 请到12月10日 while it lasts, 12月3日起 before; null: none. */
export function leaveMark([next]: LeaveDays[], now: Instant): string | null {
  if (!next) return null
  return hasBegun(next, now) ? `请到${date(next.lastAt, now)}` : `${date(next.firstAt, now)}起`
}

export function hasBegun({ firstAt }: LeaveDays, now: Instant): boolean {
  return firstAt <= now
}

/** So many days, both of them counted; none where they are the wrong way round. */
export function daysOf({ firstAt, lastAt }: LeaveDays): number {
  return Math.max(0, Math.round((dayStart(lastAt) - dayStart(firstAt)) / DAY) + 1)
}
