import type { StatementLine } from '@/contract/get-statement'
import type { Role } from '@/domain/role'
import { date, hours, type Telling } from './date'

/** The third tab. */
export const points = {
  checking: '正在核对账目',
  checked: (entries: number) => `账目核对过，${entries} 条都没有改动`,
  checkedSoFar: (seq: number) => `核对到第 ${seq} 条，点一下接着核对`,
  broken: (seq: number) => `账目从第 ${seq} 条起对不上。请截图，拿给社区干部看。`,
  unchecked: '账目这次没有核对成，点一下再试',
  hours: (hours: string) => `今年服务 ${hours} 小时`,
  opensNow: '能提前报的',
  opensNothing: '现在没有可以提前报的课程',
  perPlace: (price: number, when: string) => `每个名额 ${price} 分 · ${when}`,
  short: (missing: number) => `还差 ${missing} 分`,
  enough: '够用',
  owed: (owed: number) => `还欠 ${owed} 分：更正时已经用掉了。下次服务的积分先补上。`,
  hoursOnly: '只记时长，不要积分',
  hoursOnlyHint: '以后确认到场，只给您记服务小时，不给家里加分。随时可以改回来。',
  expiring: (amount: number, when: string) => `${amount} 分到 ${when}过期`,
  statement: '明细',
  empty: '还没有积分。认领一次岗位，做完就有。',
  toHome: '看看哪里缺人手',
  only: '积分只用来提前报名，不能换钱，也不能转给别人。用掉的先从最早的扣，12 个月内有效。',
} as const

/** One line of the statement: what moved and what for, and beneath it the day and who says so. */
export function entryWords(entry: StatementLine, { now }: Telling): { title: string; note: string } {
  const { kind, activityTitle, sessionStartsAt, createdAt } = entry
  const what = [activityTitle, slotSaidMore(entry)].filter(Boolean).join(' ')
  const day = date(sessionStartsAt ?? createdAt, now)
  const told = (title: string, ...notes: (string | false)[]) => ({
    title: [title, what].filter(Boolean).join(' · '),
    note: [day, ...notes].filter(Boolean).join('，'),
  })
  switch (kind) {
    case 'service':
      return { ...told('', served(entry), presence(entry)), title: what || '参加服务' }
    case 'booking':
      return told('提前报', placeOf(entry))
    case 'return':
      return told('退回', placeOf(entry), returnedWords(entry.returned))
    case 'correction':
      return {
        ...correctionWords(entry, what),
        note: [day, correctionCause(entry)].filter(Boolean).join('，'),
      }
    case 'expiry':
      return { title: '过期', note: `${date(createdAt, now)}，满 12 个月没有用` }
    case 'merge':
      return { title: '两户合成一家', note: `${day}，积分合到一起` }
  }
}

// 绘本课 领读, but not 大扫除 大扫除.
function slotSaidMore({ slotTitle, activityTitle, kind }: StatementLine): string {
  if (kind === 'booking' || kind === 'return' || slotTitle === null) return ''
  return activityTitle?.includes(slotTitle) ? '' : slotTitle
}

function served({ minutes }: StatementLine): string {
  return minutes === null ? '' : `服务 ${hours(minutes)} 小时`
}

// 孩子名额(小满)
function placeOf({ slotTitle, attendeeName }: StatementLine): string {
  const whom = attendeeName === '' ? '' : `(${attendeeName})`
  return slotTitle === null ? '' : `${slotTitle}${whom}`
}

function presence({ checkInMethod, confirmedBy, attendeeName }: StatementLine): string {
  const whose = attendeeName === '' ? '' : `${attendeeName}`
  const recorded = methodWords(checkInMethod)
  const by = confirmedBy === null ? '' : `由${confirmerWords(confirmedBy)}确认`
  return [[whose, recorded].filter(Boolean).join(''), by].filter(Boolean).join('，')
}

/** How a presence was recorded. */
export function methodWords(method: StatementLine['checkInMethod']): string {
  switch (method) {
    case 'code':
      return '现场签到'
    case 'manual':
      return '由社区代签到'
    case 'door':
      return '门口点名'
    case 'paper':
      return '按纸质名单补录'
    case null:
      return ''
  }
}

function confirmerWords(role: Role): string {
  switch (role) {
    case 'resident':
      return '领队'
    case 'cadre':
      return '社区干部'
    case 'admin':
      return '管理员'
  }
}

function returnedWords(returned: StatementLine['returned']): string {
  switch (returned) {
    case 'given_back':
      return '取消得早，分退回来'
    case 'session_cancelled':
      return '这一场取消了'
    case 'shrunk':
      return '社区减了名额'
    case null:
      return ''
  }
}

function correctionWords({ corrects }: StatementLine, what: string): { title: string } {
  if (corrects?.cause === 'owed') return { title: '补上以前欠的分' }
  return { title: [corrects?.kind === 'booking' ? '更正提前报' : '更正', what].filter(Boolean).join(' · ') }
}

function correctionCause({ corrects }: StatementLine): string {
  if (!corrects) return ''
  const was = `原来是 ${signed(corrects.amount)}`
  switch (corrects.cause) {
    case 'dispute':
      return `${was}，您提出后更正`
    case 'roll_call':
      return `${was}，重新核对到场后更正`
    case 'owed':
      return '更正时不够扣的，从新得的分里扣'
    case 'other':
      return was
  }
}

/** +10, −10 */
export function signed(amount: number): string {
  return amount < 0 ? `−${-amount}` : `+${amount}`
}
