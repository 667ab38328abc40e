import type { DisputeCase } from '@/contract/list-disputes'
import type { Instant } from '@/domain/time'
import { clock, date, period, type Telling } from './date'
import { methodWords } from './points'

/** The cadre's queue. */
export const disputes = {
  title: '异议',
  side: (open: number) => (open > 0 ? `${open} 条在等` : '都答复过了'),
  open: '等答复',
  answered: '答复过',
  emptyOpen: '没有异议在等。居民觉得哪条积分不对，会出现在这里。',
  emptyAnswered: '还没有答复过的异议。',
  says: (name: string) => `${name || '居民'}说`,
  raised: (at: Instant, { now }: Telling) => `${date(at, now)}提出`,
  toRoster: '看名单',
  correct: '更正',
  keep: '维持原样',
  ownHousehold: '这是您自己家的，要请同事来答复。',
  reasonOnly: '这一条不能更正，只能说明原因。',
  pointsOf: (kind: 'service' | 'booking') => (kind === 'service' ? '应得多少分' : '应付多少分'),
  pointsNow: (points: number) => `现在是 ${points} 分`,
  most: (most: number) => `最多 ${most} 分，再多要请管理员`,
  paidMost: (most: number) => `当时付了 ${most} 分`,
  minutes: '应记多少分钟',
  minutesNow: (minutes: number) => `现在是 ${minutes} 分钟`,
  correctHint: '原来的记录不动，另记一笔更正。',
  correctTo: (points: number, kind: 'service' | 'booking') =>
    kind === 'service' ? `更正为 +${points} 分` : `更正为付 ${points} 分`,
  why: '为什么维持原样？',
  otherCause: '别的原因',
  keepHint: '居民会看到这个原因。',
  answerNote: '补充一句(可不写)',
  answerNoteNeeded: '写一句原因',
  confirmKeep: '维持原样，告诉居民',
  corrected: '更正好了，已经告诉居民。',
  kept: '答复好了，已经告诉居民。',
} as const

/** What is known of the presence, a line each. */
export function presenceFacts(presence: NonNullable<DisputeCase['presence']>, telling: Telling): string[] {
  const { plannedFrom, plannedUntil, checkedInAt, checkInMethod, checkedOutAt } = presence
  const { outcome, headCount, counted } = presence
  const arrived =
    checkedInAt === null
      ? '没有签到'
      : `${clock(checkedInAt, telling.elder)} ${methodWords(checkInMethod) || '签到'}`
  const left = checkedOutAt === null ? '没有签退' : `${clock(checkedOutAt, telling.elder)} 离开`
  const ended = outcome === 'present' ? '确认到场' : outcome === 'absent' ? '确认没来' : '没有确认'
  return [
    `计划 ${period(plannedFrom, plannedUntil, telling)}`,
    [arrived, left, ended].join('，'),
    headCount === null ? `名单上到场 ${counted} 人` : `名单上到场 ${counted} 人，现场数到 ${headCount} 人`,
  ]
}
