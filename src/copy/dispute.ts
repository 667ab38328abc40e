import type { DisputeView } from '@/contract/dispute-view'
import type { DisputeCase } from '@/contract/list-disputes'
import type { OtherRefusal } from '@/contract/other-refusal'
import type { DisputeCause, KeepCause } from '@/domain/dispute'
import type { MovementKind } from '@/domain/ledger'
import type { Instant } from '@/domain/time'
import { clock, date, period, spoken, type Telling } from './date'
import { methodWords } from './points'

/** 这条不对? on a line of the statement. */
export const dispute = {
  open: '这条不对?',
  title: '这条哪里不对?',
  hint: '社区干部会核对签到和现场记录,改正,或者说明原因。',
  note: '补充一句(可不写)',
  noteNeeded: '说一句是怎么回事',
  placeholder: '比如:我待到了最后',
  send: '请社区看看',
  sent: '提出了,社区看过会告诉您。',
  withdraw: '不用看了',
  withdrawn: '好,收回了。',
  again: '还是不对',
} as const

/** @param kind of the entry */
export function causeWords(cause: DisputeCause, kind: MovementKind): string {
  switch (cause) {
    case 'points':
      return '分数不对'
    case 'minutes':
      return '时长不对'
    case 'not_ours':
      return kind === 'booking' ? '我家没报这一场' : '我家没去这一场'
    case 'not_returned':
      return '该退没退'
    case 'other':
      return '别的'
  }
}

export function keepWords(cause: KeepCause): string {
  switch (cause) {
    case 'roll_call':
      return '核对过签到和现场记录'
    case 'rule':
      return '按规则就是这样算'
    case 'talked':
      return '已经和您说清楚'
    case 'other':
      return ''
  }
}

/** What a household reads of its dispute: 您提了“分数不对”,社区还在看。 */
export function disputeWords(it: DisputeView, kind: MovementKind, { now }: Telling): string {
  const asked = `${date(it.createdAt, now)}提出“${[causeWords(it.cause, kind), it.note].filter(Boolean).join(',')}”`
  switch (it.state) {
    case 'open':
      return `${asked},社区还在看。`
    case 'corrected':
      return `${asked},已更正。`
    case 'withdrawn':
      return ''
    case 'kept': {
      const why = [it.keepCause && keepWords(it.keepCause), it.answerNote].filter(Boolean).join(',')
      return `${asked},维持原样:${why}。`
    }
  }
}

/** The cadre's queue. */
export const disputes = {
  title: '异议',
  side: (open: number) => (open > 0 ? `${open} 条在等` : '都答复过了'),
  open: '等答复',
  answered: '答复过',
  emptyOpen: '没有异议在等。居民觉得哪条积分不对,会出现在这里。',
  emptyAnswered: '还没有答复过的异议。',
  says: (name: string) => `${name || '居民'}说`,
  raised: (at: Instant, { now }: Telling) => `${date(at, now)}提出`,
  toRoster: '看名单',
  correct: '更正',
  keep: '维持原样',
  ownHousehold: '这是您自己家的,要请同事来答复。',
  reasonOnly: '这一条不能更正,只能说明原因。',
  pointsOf: (kind: 'service' | 'booking') => (kind === 'service' ? '应得多少分' : '应付多少分'),
  pointsNow: (points: number) => `现在是 ${points} 分`,
  most: (most: number) => `最多 ${most} 分,再多要请管理员`,
  paidMost: (most: number) => `当时付了 ${most} 分`,
  minutes: '应记多少分钟',
  minutesNow: (minutes: number) => `现在是 ${minutes} 分钟`,
  correctHint: '原来的记录不动,另记一笔更正。',
  correctTo: (points: number, kind: 'service' | 'booking') =>
    kind === 'service' ? `更正为 +${points} 分` : `更正为付 ${points} 分`,
  why: '为什么维持原样?',
  otherCause: '别的原因',
  keepHint: '居民会看到这个原因。',
  answerNote: '补充一句(可不写)',
  answerNoteNeeded: '写一句原因',
  confirmKeep: '维持原样,告诉居民',
  corrected: '更正好了,已经告诉居民。',
  kept: '答复好了,已经告诉居民。',
} as const

/** What is known of the presence, a line each. */
export function presenceFacts(presence: NonNullable<DisputeCase['presence']>, telling: Telling): string[] {
  const { plannedFrom, plannedUntil, checkedInAt, checkInMethod, checkedOutAt } = presence
  const { outcome, headCount, counted } = presence
  const arrived =
    checkedInAt === null
      ? '没有签到'
      : `${clock(checkedInAt, telling.elder)} ${methodWords(checkInMethod) || '签到'}`
  const left = checkedOutAt === null ? '没有签退' : `${clock(checkedOutAt, telling.elder)} 离开`
  const ended = outcome === 'present' ? '确认到场' : outcome === 'absent' ? '确认没来' : '没有确认'
  return [
    `计划 ${period(plannedFrom, plannedUntil, telling)}`,
    [arrived, left, ended].join(','),
    headCount === null ? `名单上到场 ${counted} 人` : `名单上到场 ${counted} 人,现场数到 ${headCount} 人`,
  ]
}

type DisputeReason =
  | 'dispute_too_late'
  | 'already_disputed'
  | 'answered_twice'
  | 'dispute_ended'
  | 'not_correctable'
  | 'needs_admin'
  | 'more_than_paid'
  | 'more_than_planned'
  | 'nothing_to_correct'

/** Of an entry that is not right: raising it, and answering. */
export function explainDispute(
  refusal: Extract<OtherRefusal, { reason: DisputeReason }>,
  telling: Telling,
): string {
  switch (refusal.reason) {
    case 'dispute_too_late':
      return `这一条可以问到${spoken(refusal.until, telling.now)},已经过了。请到社区当面说。`
    case 'already_disputed':
      return '这一条家里已经提出了,社区还在看。'
    case 'answered_twice':
      return '这一条社区已经看过两次。还有疑问,请到社区当面说。'
    case 'dispute_ended':
      return refusal.state === 'withdrawn' ? '居民已经收回,不用答复了。' : '这一条已经答复过了,刷新就能看到。'
    case 'not_correctable':
      return '这一条不能更正,只能说明原因。'
    case 'needs_admin':
      return `一次到场最多给 ${refusal.most} 分,再多要请管理员来更正。`
    case 'more_than_paid':
      return `当时只付了 ${refusal.paid} 分,不能更正得更多。`
    case 'more_than_planned':
      return `这一场计划 ${refusal.minutes} 分钟,不能记得更多。`
    case 'nothing_to_correct':
      return '现在就是这样,没有要更正的。要维持原样,请选一个原因。'
  }
}
