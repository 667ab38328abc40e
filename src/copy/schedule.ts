import type { Instant } from '@/domain/time'
import { moment, type Telling } from './date'

/** The second tab. */
export const schedule = {
  upcoming: '接下来',
  past: '去过的',
  offers: '轮到您了',
  booked: '已报名',
  waiting: '候补中',
  drawing: '等抽签',
  toBeDrawn: '已报名抽签',
  cancelled: '这场取消了',
  emptyUpcoming: '接下来没有安排。去首页挑一个。',
  emptyPast: '还没有去过的活动。',
  toHome: '去首页',
  position: (position: number) => `排第 ${position} 位`,
  usePoints: (ready: boolean) => (ready ? '不用积分了' : '愿意用积分'),
} as const

/** How a draw stands for who has applied: 等 11月30日 周一 20:00 抽签. */
export function applicationWords(
  { drawAt, frozenAt, wantsNumber }: { drawAt: Instant; frozenAt: Instant | null; wantsNumber: boolean },
  telling: Telling,
): string {
  if (frozenAt === null && telling.now < drawAt) {
    const when = moment(drawAt, telling)
    // A figure keeps its distance.
    return `等${/^\d/.test(when) ? ' ' : ''}${when} 抽签`
  }
  return wantsNumber ? '名单已封存，等公开号码' : '名单已封存，马上抽'
}
