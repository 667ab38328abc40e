import type { OtherRefusal } from '@/contract/other-refusal'
import type { Refusal } from '@/domain/refusal'
import { spoken, type Telling } from './date'

const REASONS = [
  ...(['check_in_not_open', 'check_in_over', 'code_wrong', 'code_locked'] as const),
  ...(['not_booked', 'not_checked_in'] as const),
]
export type CheckInRefusal = Extract<OtherRefusal, { reason: (typeof REASONS)[number] }>

export function isOfCheckIn(refusal: Refusal | OtherRefusal): refusal is CheckInRefusal {
  return (REASONS as readonly string[]).includes(refusal.reason)
}

/**
 * Of checking in and out.
 * @param sayWhyNot words for why a place cannot be booked on the spot
 */
export function explainCheckIn(
  refusal: CheckInRefusal,
  telling: Telling,
  sayWhyNot: (because: Refusal) => string,
): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'check_in_not_open':
      return `${when(refusal.opensAt)}开始签到，到时再输数字。`
    case 'check_in_over':
      return `这一场${when(refusal.endsAt)}结束，签到也结束了。来了没签上，请和领队说一声。`
    case 'code_wrong':
      return `数字不对，或者已经换过。看看领队屏幕上现在的 6 个数字，还能试 ${refusal.triesLeft} 次。`
    case 'code_locked':
      return `试得太多了，${when(refusal.until)}后再试，或请领队帮您签到。`
    case 'not_checked_in':
      return '还没有签到，不用签退。'
    case 'not_booked':
      return notBooked(refusal, sayWhyNot)
  }
}

function notBooked(
  { free, because }: Extract<CheckInRefusal, { reason: 'not_booked' }>,
  sayWhyNot: (because: Refusal) => string,
): string {
  if (free) return `您没有报这一场。${free.title}还有空位，现在就能报上。`
  if (because === null) return '您没有报这一场。请领队看看还有没有空位。'
  return because.reason === 'slot_full'
    ? '您没有报这一场，名额也满了。请和领队说一声。'
    : `您没有报这一场。${sayWhyNot(because)}`
}
