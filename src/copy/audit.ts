import type { AuditEntry } from '@/contract/list-audit'
import type { NoticeChange } from '@/contract/list-notices'
import type { AuditKind } from '@/domain/audit'
import { EVALUATIONS } from '@/domain/evaluation'
import { CANCEL_CAUSES } from '@/domain/cancellation'
import { causeSentence } from './cancelled'
import { EVALUATION_WORDS } from './evaluation'
import { date, moment, period, type Telling } from './date'
import type { Instant } from '@/domain/time'

/** The log of what was done, by whom and to whom. */
export const audit = {
  title: '操作记录',
  hint: '谁在什么时候做了什么。只会增加,改不了也删不掉。居民姓名只露一个字。',
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
  nothing: '这样找没有记录。换一天,或看全部。',
  nameless: '没写称呼',
  take: '导出表格',
  only: (name: string) => `只看${name}`,
} as const

export function actorName({ name }: { name: string }): string {
  return name || audit.nameless
}

/** What was done, and the reason or the change beside it. No `default`: an act without words does not compile. */
export function auditWords(entry: AuditEntry, telling: Telling): { act: string; detail: string | null } {
  const whom = entry.subject ? actorName(entry.subject) : ''
  const of = entry.title ? `“${entry.title}”` : ''
  const { why } = entry
  const plain = (act: string) => ({ act, detail: null })
  switch (entry.action) {
    case 'changeAddress':
      return plain(
        entry.subject && entry.subject.id !== entry.actor.id ? `改了${whom}的住址` : '改了自己的住址',
      )
    case 'confirmResident':
      return plain(`确认了住户 ${whom}`)
    case 'revealRoster':
      return { act: '看了名单上的姓名', detail: why }
    case 'printRoster':
      return { act: '打印了有姓名的名单', detail: why }
    case 'exportRoster':
      return { act: '导出了有姓名的名单', detail: why }
    case 'markPresent':
      return { act: `给 ${whom} 代签到`, detail: why }
    case 'markLeft':
      return { act: `记了 ${whom} 早退`, detail: why }
    case 'enterPaper':
      return plain(`按纸质名单给 ${whom} 签到`)
    case 'markTold':
      return plain(whom ? `打电话告诉了 ${whom}` : '打电话告诉了候补')
    case 'confirmSession':
      return plain('结束了点名')
    case 'reopenSession':
      return { act: '重新打开了点名', detail: why }
    case 'setOutcome':
      return { act: `改了 ${whom} 的到场`, detail: outcomeWords(why) }
    case 'evaluateService':
      return { act: `评价了 ${whom} 的服务`, detail: evaluationWords(why) }
    case 'answerDispute':
      return { act: `回复了 ${whom} 对积分的疑问`, detail: why }
    case 'registerResident':
      return plain(`给 ${whom} 建了档`)
    case 'bookFor':
      return plain(`替 ${whom} 报了名`)
    case 'waitFor':
      return plain(`替 ${whom} 排了候补`)
    case 'cancelFor':
      return { act: `替 ${whom} 取消了报名`, detail: why }
    case 'publishCall':
      return plain(`发布了招募${of}`)
    case 'enterDrawNumber':
      return plain(`填了抽签的公开号码 ${why ?? ''}`)
    case 'cancelSession':
      return { act: '取消了这一场', detail: cancelWords(why) }
    case 'changeSession':
      return { act: '改了这一场', detail: changeWords(why, telling) }
    case 'changeCall':
      return { act: '改了招募的文字', detail: changedTexts(why) }
    case 'saveHolidays':
      return { act: '改了放假安排', detail: yearWords(why) }
    case 'changeSlot':
      return { act: `改了${of}的名额`, detail: (why ?? '').replace(/^(\d+) -> (\d+)$/, '从 $1 个改到 $2 个') }
    case 'releaseHeldCall':
      return plain(`看过内容,放行了招募${of}`)
    case 'dropHeldCall':
      return plain('删掉了没发出去的招募')
    case 'sendSecondWave':
      return plain(`为${of}再喊一次,告诉了 ${why ?? '0'} 人`)
    case 'exportHonours':
      return plain('导出了表彰名单')
    case 'exportFigures':
      return { act: '导出了数据', detail: why }
    case 'exportAudit':
      return { act: '导出了操作记录', detail: why }
  }
}

/** absent, or present with the minutes that were missed at either end. */
function outcomeWords(why: string | null): string | null {
  if (why === 'absent') return '没来'
  const [, late = '0', early = '0'] = /^present, (\d+) min late, (\d+) min early$/.exec(why ?? '') ?? []
  if (!why?.startsWith('present')) return why
  const missed = [late === '0' ? '' : `晚到 ${late} 分钟`, early === '0' ? '' : `早走 ${early} 分钟`]
  return ['到场', ...missed].filter(Boolean).join(',')
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
  return told.join(';') || null
}

const FIELDS: Record<string, string> = {
  ...{ title: '标题', description: '说明', bring: '要带什么', riskNote: '风险提醒', insurance: '保险' },
  ...{ contact: '联系方式', cover: '封面' },
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
