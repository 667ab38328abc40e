import type { OtherRefusal } from '@/contract/other-refusal'
import type { RequestError } from '@/contract/envelope'
import type { Refusal } from '@/domain/refusal'
import type { PartyMember } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { moment, spoken, type Telling } from './date'
import { trouble } from './trouble'
import { whoAll } from './who'

type CallError = RequestError | { code: 'unreachable' }

/** What a tap came to, as stores report it. */
export type OutcomeFigures =
  | { is: 'booked'; party: PartyMember[]; cost: number }
  | { is: 'accepted' }
  | { is: 'readiness'; usePoints: boolean }
  | { is: 'waiting' }
  | { is: 'applied'; drawAt: Instant }
  | { is: 'withdrawn' }
  | { is: 'reminded'; remindAt: Instant }
  | { is: 'unreminded' }
  | { is: 'left' }
  | { is: 'cancelled'; returned: number; late: boolean; passedOn: boolean }
  | { is: 'passed_on' }
  | { is: 'seeking' }
  | { is: 'kept' }
  | { is: 'taken_over' }
  | { is: 'named'; named: boolean }
  | { is: 'thanked' }
  | { is: 'failed'; error: CallError }

/** @param session what was booked, where the page is about one */
export function outcomeWords(
  outcome: OutcomeFigures,
  telling: Telling,
  session?: { title: string; startsAt: Instant },
): string {
  switch (outcome.is) {
    case 'booked': {
      const paid = outcome.cost > 0 ? `，用了 ${outcome.cost} 分` : ''
      const children = outcome.party.filter((it) => it.kind === 'child')
      const what = session ? `${moment(session.startsAt, telling)} ${session.title}` : ''
      const told = [whoAll(children), what].filter(Boolean).join('，')
      return told ? `好了：${told}${paid}。到时候见。` : `好了${paid}，到时候见。`
    }
    case 'accepted':
      return '名额是您的了，到时候见。'
    case 'readiness':
      return outcome.usePoints ? '好，轮到积分名额时自动用积分报上。' : '好，只等不用积分的名额。'
    case 'waiting':
      return '已经在候补了。有空位会告诉您。'
    case 'applied':
      return `报上抽签了，${moment(outcome.drawAt, telling)} 抽。结果会告诉您。`
    case 'withdrawn':
      return '已退出抽签。'
    case 'reminded':
      return `好，${spoken(outcome.remindAt, telling.now)}在“消息”里提醒您。`
    case 'unreminded':
      return '不提醒了。'
    case 'left':
      return '不再候补了。'
    case 'cancelled':
      return cancelled(outcome)
    case 'passed_on':
      return '换好了：岗位给了候补的邻居，您不用来了。'
    case 'seeking':
      return '替班卡片好了。有人接上之前，岗位还是您的。'
    case 'kept':
      return '收回来了，岗位还是您的。'
    case 'named':
      return outcome.named ? '好了，一起来的邻居看得到您的名字。' : '好了，您的名字不显示了。'
    case 'thanked':
      return '谢意带到了。'
    case 'taken_over':
      return '好了，这个岗位是您的了，到时候见。'
    case 'failed':
      return trouble(outcome.error, telling)
  }
}

function cancelled({ returned, late, passedOn }: Extract<OutcomeFigures, { is: 'cancelled' }>): string {
  const back = returned > 0 ? `，${returned} 分退回来了` : ''
  // Booked or only offered, by how near the start is: either way somebody has it because of this.
  if (passedOn) return `取消好了${back}。候补的邻居有名额了，谢谢您说一声。`
  return late ? `取消好了${back}。有邻居接上，就不算“临时不来”。` : `取消好了${back}。`
}

/** True for a verdict, which the page's own sentence explains once it is up to date. */
export function isVerdict(
  outcome: OutcomeFigures,
): outcome is { is: 'failed'; error: RequestError & { reason: Refusal | OtherRefusal } } {
  return outcome.is === 'failed' && outcome.error.code === 'refused'
}
