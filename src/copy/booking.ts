import type { SlotKind } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import { moment, spoken, type Telling } from './date'
import { whoAll } from './who'

interface PlaceFigures {
  kind: SlotKind
  slotTitle: string
  attendees: { id: string; name: string }[]
}

/** A booking as far as words about it need it. */
export interface BookingFigures extends PlaceFigures {
  id: string
  attendees: {
    id: string
    name: string
    checkedInAt: Instant | null
    checkedOutAt: Instant | null
    outcome: 'present' | 'absent' | null
  }[]
  paid: number
  freeCancelUntil: Instant
  points: number
  /** a link is out by which somebody else may take the post */
  substitute: object | null
}

export const booking = {
  cancelPost: '让出岗位',
  cancelSeat: '取消报名',
  cancelTitle: (kind: SlotKind) => (kind === 'post' ? '让出这个岗位？' : '取消报名？'),
  pause: '有一阵子来不了，就在“平台记录”里请假，连着的周数不断。',
  keep: '先留着',
  whom: '取消谁的？',
  leave: '不候补了',
  reminder: '开放前 10 分钟提醒您',
  noReminder: '不用提醒了',
  accept: (cost: number, kind: SlotKind) =>
    cost > 0 ? `我要，用 ${cost} 分` : kind === 'post' ? '我来认领' : '我要这个名额',
  checkIn: '签到',
  checkOut: '签退',
  paid: (points: number) => `用了 ${points} 分`,
  keepsake: '留张纪念卡',
  moved: '社区改过时间，开始前都能免费取消',
} as const

export const calendarWords = {
  keep: '加到日历',
  kept: { calendar: '加好了，开始前 1 小时提醒', file: '日历文件存好了，点开就能加' },
  failed: { not_allowed: '没有日历权限，在右上角设置里打开', failed: '没加上，再试一次' },
} as const

/** 交通引导(东门) or 绘本课 · 小满、小禾 */
export function bookingLine({ kind, slotTitle, attendees }: PlaceFigures): string {
  return kind === 'post' ? `岗位：${slotTitle}` : `${slotTitle} · ${whoAll(attendees)}`
}

/** 周五 22:00 前可免费取消 */
export function freeCancelWords(until: Instant, telling: Telling): string {
  return `${moment(until, telling)} 前可免费取消`
}

/** What cancelling does: free or late, and whether points come back. */
export function cancelWords(it: BookingFigures, { now }: Telling): string {
  if (now < it.freeCancelUntil) {
    const back = it.paid > 0 ? '，用掉的积分退回来' : ''
    return `${spoken(it.freeCancelUntil, now)}前都可以免费取消${back}。空出来的会给候补的邻居。`
  }
  const kept = it.paid > 0 ? '，积分不退' : ''
  return `离开始很近了，这次取消会记一次“临时不来”${kept}。有邻居接上就不算。`
}

/** 取消小满·退 10 分: what the button does to those who are ticked. */
export function cancelLabel(it: BookingFigures, chosen: string[], { now }: Telling): string {
  const given = it.attendees.filter((who) => chosen.includes(who.id))
  const [first] = given
  if (!first) return '先选取消谁的'
  const sum = Math.round((it.paid * given.length) / it.attendees.length)
  const back = sum > 0 && now < it.freeCancelUntil ? `·退 ${sum} 分` : ''
  if (it.kind === 'post') return `确定让出${back}`
  if (given.length > 1) return `取消 ${given.length} 个${back}`
  return first.name ? `取消${first.name}${back}` : `确定取消${back}`
}

/** How a booking stands, for its mark. */
export function bookingMark({ attendees, kind, substitute }: BookingFigures, cancelled: boolean, earned = 0) {
  if (cancelled) return { words: '这场取消了', tone: 'stop' as const }
  const came = attendees.filter((it) => it.outcome === 'present').length
  if (came > 0)
    return {
      words: came < attendees.length ? `来了 ${came} 位` : earned > 0 ? `来过 ✓ +${earned} 分` : '来过 ✓',
      tone: 'go' as const,
    }
  if (attendees.some((it) => it.outcome === 'absent')) return { words: '没来', tone: 'stop' as const }
  const there = attendees.filter((it) => it.checkedInAt !== null)
  if (there.length > 0 && there.every((it) => it.checkedOutAt !== null))
    return { words: '已签退 ✓', tone: 'go' as const }
  if (there.length > 0) return { words: '已签到 ✓', tone: 'go' as const }
  if (substitute) return { words: '等人接', tone: 'hands' as const }
  return { words: kind === 'post' ? '已认领' : '已报名', tone: 'go' as const }
}
