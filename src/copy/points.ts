import type { StatementEntry } from '@/contract/get-statement'
import { dayStart, type Instant } from '@/domain/time'
import { date, type Telling } from './date'

/** The third tab. */
export const points = {
  hours: (hours: string) => `今年服务 ${hours} 小时`,
  opensNow: '能提前报的',
  opensNothing: '现在没有可以提前报的课程',
  perPlace: (price: number, when: string) => `每个名额 ${price} 分 · ${when}`,
  short: (missing: number) => `还差 ${missing} 分`,
  enough: '够用',
  expiring: (amount: number, when: string) => `${amount} 分到 ${when}过期`,
  statement: '明细',
  empty: '还没有积分。认领一次岗位,做完就有。',
  toHome: '看看哪里缺人手',
  only: '积分只用来提前报名,不能换钱,也不能转给别人。用掉的先从最早的扣,12 个月内有效。',
} as const

/** One line of the statement: what moved, and how it was recorded. */
export function entryWords(entry: StatementEntry, { now }: Telling): { title: string; note: string } {
  const activity = entry.activityTitle ?? ''
  const on = sessionDay(entry, now)
  switch (entry.kind) {
    case 'service':
      return {
        title: activity || '参加服务',
        note: [on, presence(entry.checkInMethod)].filter(Boolean).join(' · '),
      }
    case 'booking':
      return { title: activity ? `提前报 · ${activity}` : '提前报', note: on }
    case 'return':
      return { title: activity ? `取消退回 · ${activity}` : '取消退回', note: on }
    case 'correction':
      return { title: activity ? `更正 · ${activity}` : '更正', note: on }
    case 'expiry':
      return { title: '过期', note: '满 12 个月' }
    case 'merge':
      return { title: '两户合成一家', note: '积分合到一起' }
  }
}

// The day of the movement stands beside it already.
function sessionDay({ sessionStartsAt, createdAt }: StatementEntry, now: Instant): string {
  if (sessionStartsAt === null || dayStart(sessionStartsAt) === dayStart(createdAt)) return ''
  return `${date(sessionStartsAt, now)}这一场`
}

function presence(method: StatementEntry['checkInMethod']): string {
  switch (method) {
    case 'code':
      return '现场签到,领队已确认'
    case 'manual':
      return '社区干部代签'
    case 'door':
      return '门口点名'
    case null:
      return ''
  }
}

/** +10, −10 */
export function signed(amount: number): string {
  return amount < 0 ? `−${-amount}` : `+${amount}`
}
