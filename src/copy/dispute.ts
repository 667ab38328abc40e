import type { DisputeView } from '@/contract/dispute-view'
import type { OtherRefusal } from '@/contract/other-refusal'
import type { DisputeCause, KeepCause } from '@/domain/dispute'
import type { MovementKind } from '@/domain/ledger'
import { date, spoken, type Telling } from './date'

/** 这条不对? on a line of the statement. */
export const dispute = {
  open: '这条不对？',
  title: '这条哪里不对？',
  hint: '社区干部会核对签到和现场记录，改正，或者说明原因。',
  note: '补充一句(可不写)',
  noteNeeded: '说一句是怎么回事',
  placeholder: '比如：我待到了最后',
  send: '请社区看看',
  sent: '提出了，社区看过会告诉您。',
  withdraw: '不用看了',
  withdrawn: '好，收回了。',
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
  const asked = `${date(it.createdAt, now)}提出“${[causeWords(it.cause, kind), it.note].filter(Boolean).join('，')}”`
  switch (it.state) {
    case 'open':
      return `${asked}，社区还在看。`
    case 'corrected':
      return `${asked}，已更正。`
    case 'withdrawn':
      return ''
    case 'kept': {
      const why = [it.keepCause && keepWords(it.keepCause), it.answerNote].filter(Boolean).join('，')
      return `${asked}，维持原样：${why}。`
    }
  }
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
      return `这一条可以问到${spoken(refusal.until, telling.now)}，已经过了。请到社区当面说。`
    case 'already_disputed':
      return '这一条家里已经提出了，社区还在看。'
    case 'answered_twice':
      return '这一条社区已经看过两次。还有疑问，请到社区当面说。'
    case 'dispute_ended':
      return refusal.state === 'withdrawn'
        ? '居民已经收回，不用答复了。'
        : '这一条已经答复过了，刷新就能看到。'
    case 'not_correctable':
      return '这一条不能更正，只能说明原因。'
    case 'needs_admin':
      return `一次到场最多给 ${refusal.most} 分，再多要请管理员来更正。`
    case 'more_than_paid':
      return `当时只付了 ${refusal.paid} 分，不能更正得更多。`
    case 'more_than_planned':
      return `这一场计划 ${refusal.minutes} 分钟，不能记得更多。`
    case 'nothing_to_correct':
      return '现在就是这样，没有要更正的。要维持原样，请选一个原因。'
  }
}
