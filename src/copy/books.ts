import type { OtherRefusal } from '@/contract/other-refusal'
import type { Refusal } from '@/domain/refusal'
import { spoken, type Telling } from './date'

/** Of closed books that are opened again, and of entries that are disputed. */
const OF_BOOKS = [
  'books_open',
  'reopen_too_late',
  'books_closed',
  'not_decided',
  'dispute_too_late',
  'already_disputed',
  'answered_twice',
  'dispute_ended',
  'not_correctable',
  'needs_admin',
  'more_than_paid',
  'more_than_planned',
  'nothing_to_correct',
] as const

export type BooksRefusal = Extract<OtherRefusal, { reason: (typeof OF_BOOKS)[number] }>

export function isOfBooks(refusal: Refusal | OtherRefusal): refusal is BooksRefusal {
  return (OF_BOOKS as readonly string[]).includes(refusal.reason)
}

/** Why books or an entry stay as they are, and what would change it. */
export function explainBooks(refusal: BooksRefusal, telling: Telling): string {
  switch (refusal.reason) {
    case 'books_open':
      return '这一场的点名已经打开了,直接改就行。'
    case 'reopen_too_late':
      return `${spoken(refusal.until, telling.now)}之后不能再重新打开了。个别积分不对,请居民在明细里提出。`
    case 'books_closed':
      return '点名已经结束。要改,先重新打开。'
    case 'not_decided':
      return '这位还没有确认过,结束点名时一起确认。'
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
