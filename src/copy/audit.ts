import type { AuditEntry } from '@/contract/list-audit'
import type { NoticeChange } from '@/contract/list-notices'
import type { AuditAction, AuditKind } from '@/domain/audit'
import { EVALUATIONS } from '@/domain/evaluation'
import { ROLES } from '@/domain/role'
import { CANCEL_CAUSES } from '@/domain/cancellation'
import { causeSentence } from './cancelled'
import { EVALUATION_WORDS } from './evaluation'
import { roleWords } from './me'
import { skillWords } from './skill'
import { date, moment, period, type Telling } from './date'
import type { Instant } from '@/domain/time'

/** The log of what was done, by whom and to whom. */
export const audit = {
  title: '操作记录',
  hint: '谁在什么时候做了什么。只会增加，改不了也删不掉。居民姓名只露一个字。',
  all: '全部',
  anybody: '所有人',
  anyDay: '不限日期',
  day: '哪一天',
  onDay: (day: Instant, { now }: Telling) => date(day, now),
  person: '谁',
  kinds: {
    calls: '招募',
    presence: '点名',
    behalf: '代报',
    names: '看姓名',
    people: '住户',
    files: '导出',
  } satisfies Record<AuditKind, string>,
  empty: '还没有记录。',
  nothing: '这样找没有记录。换一天，或看全部。',
  nameless: '没写称呼',
  take: '导出表格',
  only: (name: string) => `只看${name}`,
} as const

export function actorName({ name }: { name: string }): string {
  return name || audit.nameless
}

interface Told {
  entry: AuditEntry
  /** to whom it was done; empty: to nobody */
  whom: string
  /** the title of the call, quoted; empty: it has none */
  of: string
  why: string | null
  telling: Telling
}

interface AuditWords {
  act: string
  detail: string | null
}

/** What was done, and the reason or the change beside it. */
export function auditWords(entry: AuditEntry, telling: Telling): AuditWords {
  const whom = entry.subject ? actorName(entry.subject) : ''
  const of = entry.title ? `“${entry.title}”` : ''
  return WORDS[entry.action]({ entry, whom, of, why: entry.why, telling })
}

const WORDS: Record<AuditAction, (told: Told) => AuditWords> = {
  changeAddress: (told) => ({
    act:
      told.entry.subject && told.entry.subject.id !== told.entry.actor.id
        ? `改了${told.whom}的住址`
        : '改了自己的住址',
    detail: null,
  }),
  confirmResident: (told) => ({ act: `确认了住户 ${told.whom}`, detail: null }),
  revealRoster: (told) => ({ act: '看了名单上的姓名', detail: told.why }),
  printRoster: (told) => ({ act: '打印了有姓名的名单', detail: told.why }),
  exportRoster: (told) => ({ act: '导出了有姓名的名单', detail: told.why }),
  markPresent: (told) => ({ act: `给 ${told.whom} 代签到`, detail: told.why }),
  markLeft: (told) => ({ act: `记了 ${told.whom} 早退`, detail: told.why }),
  enterPaper: (told) => ({ act: `按纸质名单给 ${told.whom} 签到`, detail: null }),
  markTold: (told) => ({ act: told.whom ? `打电话告诉了 ${told.whom}` : '打电话告诉了候补', detail: null }),
  confirmSession: () => ({ act: '结束了点名', detail: null }),
  reopenSession: (told) => ({ act: '重新打开了点名', detail: told.why }),
  setOutcome: (told) => ({ act: `改了 ${told.whom} 的到场`, detail: outcomeWords(told.why) }),
  evaluateService: (told) => ({ act: `评价了 ${told.whom} 的服务`, detail: evaluationWords(told.why) }),
  answerDispute: (told) => ({ act: `回复了 ${told.whom} 对积分的疑问`, detail: told.why }),
  registerResident: (told) => ({ act: `给 ${told.whom} 建了档`, detail: null }),
  setRole: (told) => ({ act: `改了 ${told.whom} 的身份`, detail: newRole(told.why) }),
  appointLeader: (told) => ({ act: `请 ${told.whom} 当领队`, detail: null }),
  dismissLeader: (told) => ({ act: `不再让 ${told.whom} 当领队`, detail: null }),
  beginRollCall: () => ({ act: '开始点名，姓名显示到结束后 2 小时', detail: null }),
  confirmSkill: (told) => ({ act: `确认了 ${told.whom} 的专长`, detail: told.why && skillWords(told.why) }),
  declineSkill: (told) => ({ act: `没有确认 ${told.whom} 的专长`, detail: told.why && skillWords(told.why) }),
  suspendResident: (told) => ({ act: `暂停了 ${told.whom} 的报名`, detail: told.why }),
  liftSuspension: (told) => ({ act: `恢复了 ${told.whom} 的报名`, detail: null }),
  mergeHouseholds: () => ({ act: '把两家合成了一家', detail: null }),
  mergeResidents: (told) => ({ act: `合并了 ${told.whom} 的两份登记`, detail: null }),
  createTeam: () => ({ act: '建了一支队伍', detail: null }),
  endTeam: () => ({ act: '结束了一支队伍', detail: null }),
  bookFor: (told) => ({ act: `替 ${told.whom} 报了名`, detail: null }),
  waitFor: (told) => ({ act: `替 ${told.whom} 排了候补`, detail: null }),
  cancelFor: (told) => ({ act: `替 ${told.whom} 取消了报名`, detail: told.why }),
  publishCall: (told) => ({ act: `发布了招募${told.of}`, detail: null }),
  enterDrawNumber: (told) => ({ act: `填了抽签的公开号码 ${told.why ?? ''}`, detail: null }),
  cancelSession: (told) => ({ act: '取消了这一场', detail: cancelWords(told.why) }),
  changeSession: (told) => ({ act: '改了这一场', detail: changeWords(told.why, told.telling) }),
  changeCall: (told) => ({ act: '改了招募的文字', detail: changedTexts(told.why) }),
  saveHolidays: (told) => ({ act: '改了放假安排', detail: yearWords(told.why) }),
  changeSlot: (told) => ({
    act: `改了${told.of}的名额`,
    detail: (told.why ?? '').replace(/^(\d+) -> (\d+)$/, '从 $1 个改到 $2 个'),
  }),
  releaseHeldCall: (told) => ({ act: `看过内容，放行了招募${told.of}`, detail: null }),
  dropHeldCall: () => ({ act: '删掉了没发出去的招募', detail: null }),
  sendSecondWave: (told) => ({ act: `为${told.of}再喊一次，告诉了 ${told.why ?? '0'} 人`, detail: null }),
  exportHonours: () => ({ act: '导出了表彰名单', detail: null }),
  exportFigures: (told) => ({ act: '导出了数据', detail: told.why }),
  exportAudit: (told) => ({ act: '导出了操作记录', detail: told.why }),
  revealPhone: (told) => ({ act: `看了 ${told.whom} 的手机号`, detail: null }),
  deleteAccount: () => ({ act: '注销了自己的账号', detail: null }),
}

/** absent, or present with the minutes that were missed at either end. */
function outcomeWords(why: string | null): string | null {
  if (why === 'absent') return '没来'
  const [, late = '0', early = '0'] = /^present, (\d+) min late, (\d+) min early$/.exec(why ?? '') ?? []
  if (!why?.startsWith('present')) return why
  const missed = [late === '0' ? '' : `晚到 ${late} 分钟`, early === '0' ? '' : `早走 ${early} 分钟`]
  return ['到场', ...missed].filter(Boolean).join('，')
}

function evaluationWords(why: string | null): string | null {
  const evaluation = EVALUATIONS.find((it) => it === why)
  return evaluation ? EVALUATION_WORDS[evaluation] : why
}

function cancelWords(why: string | null): string {
  const [said = '', ...note] = (why ?? '').split(': ')
  const cause = CANCEL_CAUSES.find((it) => it === said)
  return cause ? causeSentence({ cause, note: note.join(': ') }) : (why ?? '')
}

function changeWords(why: string | null, telling: Telling): string | null {
  const change = readJson(why) as NoticeChange | null
  if (!change) return why
  const { time, place } = change
  const told = [
    ...(time ? [`${moment(time.wasAt, telling)}改到${period(time.startsAt, time.endsAt, telling)}`] : []),
    ...(place ? [`${place.was}改到${place.is}`] : []),
  ]
  return told.join('；') || null
}

const FIELDS: Record<string, string> = {
  ...{ title: '标题', description: '说明', bring: '要带什么', riskNote: '风险提醒', insurance: '保险' },
  ...{ contact: '联系方式', cover: '封面' },
}

function newRole(why: string | null): string | null {
  const role = ROLES.find((it) => it === why)
  return role ? roleWords(role) : why
}

function changedTexts(why: string | null): string | null {
  const changed = Object.keys(readJson(why) ?? {}).flatMap((field) => FIELDS[field] ?? [])
  return changed.join('、') || null
}

function yearWords(why: string | null): string | null {
  const year = (readJson(why) as { year?: number } | null)?.year
  return year === undefined ? null : `${year}年`
}

function readJson(why: string | null): object | null {
  try {
    return JSON.parse(why ?? '') as object | null
  } catch {
    return null
  }
}
