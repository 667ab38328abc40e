import type { Notice, NoticeChange } from '@/contract/list-notices'
import type { MessagePart } from '@/domain/platform-message'
import type { Instant } from '@/domain/time'
import { clock, date } from './date'
import { fitted } from './message-field'

/** What a message is composed of when it is sent. */
export interface MessageFacts {
  kind: Notice['kind']
  createdAt: Instant
  title: string | null
  startsAt: Instant | null
  place: string | null
  points: number | null
  until: Instant | null
  change: NoticeChange | null
}

/** 2026年11月28日 16:20, the one form in which fields of time are taken. */
export function formalTime(at: Instant): string {
  // Told from long before, so that the year is always named.
  return `${date(at, 0)} ${clock(at, false)}`
}

/** A notice as the platform's template has it: each part in its field, within the field's limits. */
export function messageData(
  facts: MessageFacts,
  fields: { part: MessagePart; field: string }[],
): Record<string, { value: string }> {
  return Object.fromEntries(
    fields.map(({ part, field }) => [field, { value: fitted(field, partOf(facts, part)) }]),
  )
}

function partOf(facts: MessageFacts, part: MessagePart): string {
  switch (part) {
    case 'activity':
      return facts.title ?? '社区服务'
    case 'time':
      return formalTime(facts.startsAt ?? facts.createdAt)
    case 'until':
      return formalTime(facts.until ?? facts.startsAt ?? facts.createdAt)
    case 'place':
      return facts.place ?? ''
    case 'points':
      return String(facts.points ?? 0)
    case 'what':
      return facts.kind === 'session_cancelled' ? '已取消' : '有变化'
    case 'note':
      return noteOf(facts)
  }
}

/** At most twenty characters: one sentence, and what to do. */
function noteOf({ kind, points, change }: MessageFacts): string {
  switch (kind) {
    case 'booked_from_waitlist':
      return '候补有空位，已给您报上，来不了请早说'
    case 'waitlist_offer':
      return '轮到您了，请点开确认，过时不留'
    case 'substitute_offer':
      return '有邻居来不了，您能来请点开确认'
    case 'draw_won':
      return '抽中了，来不了请早点让出名额'
    case 'booked_for_you':
      return '社区代您报上了'
    case 'opening_soon':
      return '马上就能报了，请点开报名'
    case 'starts_tomorrow':
    case 'starts_soon':
      return '来不了的话，请点开让出名额'
    case 'session_cancelled':
      return points ? `这一场取消了，退回 ${points} 分` : '这一场取消了，不用来了'
    case 'session_changed':
      return change?.time ? '时间改了，请点开看' : '地点改了，请点开看'
    case 'call_changed':
      return '要带的东西或安全提示改了，请点开看'
    case 'place_lost':
      return '名额减少了，您排在候补最前面'
    case 'points_credited':
      return '到场已确认，谢谢您'
    default:
      return '请点开看看'
  }
}
