import type { OtherRefusal } from '@/contract/other-refusal'
import { spoken, type Telling } from './date'

type Reason<R extends OtherRefusal['reason']> = Extract<OtherRefusal, { reason: R }>

type DrawReason =
  | 'draw_closed'
  | 'draw_running'
  | 'already_applied'
  | 'draw_points_missing'
  | 'list_not_frozen'
  | 'number_not_wanted'
  | 'number_too_late'

/** Of a draw: applying for it, and its number. */
export function explainDraw(refusal: Reason<DrawReason>, telling: Telling): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'draw_closed':
      return `${when(refusal.drawAt)}已截止，名单不再变动。抽完还有空位，大家都能报。`
    case 'draw_running':
      return '抽签的名单已经封存，这时不能减名额。抽完签再来减。'
    case 'already_applied':
      return '家里已经报名抽签了，一家一份。要改，先撤回再报。'
    case 'draw_points_missing':
      return drawPointsMissing(refusal, telling)
    case 'list_not_frozen':
      return `${when(refusal.drawAt)}截止、公布名单指纹之后，才能填那之后开出的号码。`
    case 'number_not_wanted':
      return '号码已经填过了，抽签也抽完了。'
    case 'number_too_late':
      return `${when(refusal.until)}前没有填，已经不用号码直接抽。`
  }
}

function drawPointsMissing(refusal: Reason<'draw_points_missing'>, { now }: Telling): string {
  if (refusal.needsConfirmation) return '社区确认住址以后，积分才能用来抽签。现在可以不用积分报名。'
  if (refusal.pointsUsableFrom !== null) {
    return `您刚加入这个家庭，${spoken(refusal.pointsUsableFrom, now)}起可以用家里的积分。现在可以不用积分报名。`
  }
  return `您现在能用 ${refusal.have} 分。少用一些，或者不用积分报名。`
}
