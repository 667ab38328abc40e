import type { OtherRefusal } from '@/contract/other-refusal'
import { spoken, type Telling } from './date'

type CheckInReason = 'check_in_not_open' | 'check_in_over' | 'code_wrong' | 'code_locked' | 'not_checked_in'

/** Of checking in and out. */
export function explainCheckIn(
  refusal: Extract<OtherRefusal, { reason: CheckInReason }>,
  telling: Telling,
): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'check_in_not_open':
      return `${when(refusal.opensAt)}开始签到,到时再输数字。`
    case 'check_in_over':
      return `这一场${when(refusal.endsAt)}结束,签到也结束了。来了没签上,请和领队说一声。`
    case 'code_wrong':
      return `数字不对,或者已经换过。看看领队屏幕上现在的 6 个数字,还能试 ${refusal.triesLeft} 次。`
    case 'code_locked':
      return `试得太多了,${when(refusal.until)}后再试,或请领队帮您签到。`
    case 'not_checked_in':
      return '还没有签到,不用签退。'
  }
}
