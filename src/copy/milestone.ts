import type { Milestone } from '@/domain/milestone'
import { hours } from './date'

const NAMES: Record<Milestone, string> = {
  first_time: '第一次服务',
  times_10: '服务满 10 次',
  hours_30: '服务满 30 小时',
  times_50: '服务满 50 次',
  hours_100: '服务满 100 小时',
}

export const milestone = {
  title: '走到这里',
  /** a notice */
  told: (is: Milestone) => ({ title: NAMES[is], sentence: '谢谢您。平台记录里记下了这一天。' }),
} as const

export function milestoneWords(is: Milestone): string {
  return NAMES[is]
}

/** 再来 3 次,就服务满 10 次 */
export function nextMilestoneWords(next: { is: Milestone; times: number; minutes: number }): string {
  const missing = next.times > 0 ? `${next.times} 次` : `${hours(next.minutes)} 小时`
  return next.is === 'first_time' ? '做完第一次，就记在这里' : `再来 ${missing}，就${NAMES[next.is]}`
}
