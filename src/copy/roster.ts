import type { RosterRow } from '@/contract/get-roster'
import { deviationFrom, type Deviation, type Plan } from '@/domain/attendance'
import type { RosterPhase } from '@/domain/roster-phase'
import type { SlotKind } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import { clock, spoken, type Telling } from './date'

/** The roster of one session: who holds its places, and who came. */
export const roster = {
  missingLink: '这个链接不完整，请从工作台进来。',
  toDesk: '回工作台',
  cancelled: '这一场取消了',
  came: (came: number, all: number) => `到了 ${came} / ${all}`,
  nobody: '还没有人报名。把活动发到群里试试。',
  toPage: '看活动页',
  nobodyHere: '还没有人',
  waitlist: (count: number) => `候补 ${count}`,
  offered: (until: Instant, { now }: Telling) => `有空位给他们，${spoken(until, now)}前答复`,
  waitMore: (count: number) => `后面还有 ${count} 家`,
  file: '导出 Excel',
  fileWhy: '为什么要导出名单？',
  fileHint: '文件里姓名完整，链接 5 分钟内有效。这次导出会记下来。',
  fileConfirm: '导出并记下',
  points: (points: number) => `+${points} 分`,

  code: '签到码',
  codeHint: '签到、签退都用这个码',
  qr: '签到二维码',
  codeForLeaving: '还有人要签退',
  codeRead: (code: string) => `签到码 ${[...code].join(' ')}`,
  codeChanges: (seconds: number) => `${seconds} 秒后换`,
  codeLarge: '点一下放大',
  codeSmall: '点一下缩小',
  opensAt: (at: Instant, { now }: Telling) => `${spoken(at, now)}开始签到`,

  masked: '姓名遮着，只露一个字',
  reveal: '显示姓名',
  revealWhy: '为什么要看姓名？',
  revealHint: '姓名会完整显示，这次查看会记下来。',
  revealReasons: ['现场点名', '打电话联系', '安排分工'],
  revealConfirm: '显示并记下',

  toCall: '打电话告诉',
  toCallHint: '轮到他们了，消息还没看。打个电话，或上门说一声。',
  told: '我告诉了',
  where: ({ gridName, building }: { gridName: string | null; building: string | null }) =>
    [gridName, building].filter(Boolean).join(' ') || '没填住址',

  markWhy: (name: string) => `${name}到场了？`,
  markHint: '居民一般自己输码签到。您代签要写明原因，会记下来。',
  sinceStart: '一开始就在',
  sinceNow: '刚到',
  since: '什么时候到的',
  markReasons: ['手机没电', '没带手机', '不会用', '我看到人了'],
  markConfirm: '代签到',
  why: '原因',
  whyPlaceholder: '或者写一句',

  leftTitle: (name: string) => `${name}提前走了？`,
  leftHint: '早走了多少、为什么，会记下来。',
  leftMinutes: '比结束早走',
  minutes: '分钟',
  leftReasons: ['家里有事', '身体不舒服', '另有安排'],
  leftConfirm: (minutes: number) => `记早退 ${minutes} 分钟`,
  stayed: '其实没走，取消早退',
  stayedWhy: '核对过，没有早退',
  strike: '根本没留下，算没来',

  waiting: (count: number) => `没有网，${count} 条记在这部手机里，有网就按顺序发。`,
  sendNow: '现在发',
  refusedMark: (what: string, why: string) => `${what}没发成：${why}`,
  drop: '知道了',
  keptSince: (when: string) => `没有网，这是${when}的名单。`,
  planned: '报名',
  checkedInFigure: '到场',
  absentFigure: '没来',
  paper: '纸质名单',
  walkIns: '没报名也来了',
  walkInsHint: '只记人数，不给积分',
  people: '人',
  recordWalkIns: (count: number) => `记下 ${count} 人`,
  walkInsClosed: (count: number) => `没报名也来了 ${count} 人`,

  tapToMark: '到了就点一下',
  tapWasThere: '其实来了？点一下补签',
  tapBack: '再点一下恢复',
  notYet: '未到',
  checkedIn: (at: Instant, method: string | null, elder: boolean) =>
    `${clock(at, elder)} ${methodWords(method)}`,
  waits: '待发送',

  present: '到场',
  absent: '没来',
  undecided: '等同事',
  ownHousehold: '自己家的人，要请同事来确认',

  closing: '结束点名',
  closingHint: '没签到的算没来。人来了没签到，点一下补签；提前走了、没留下的，点一下改。',
  closingByCadre: '没签到的算没来。人来了没签到，点一下补签。结束点名由社区干部来。',
  toEnd: (at: Instant, { now }: Telling) => `${spoken(at, now)}结束后，在这里结束点名`,
  headCount: '现场数到几个人',
  headCountHint: '数一遍填上，才能确认',
  headCountDiffers: (counted: number, listed: number, walkIns: number) =>
    `名单上到场 ${listed} 人${walkIns > 0 ? `，没报名的 ${walkIns} 人` : ''}，您数到 ${counted} 人。核对一下再确认。`,
  closesLater: '结束点名记下了，有网就发，不用再点。',
  confirm: (present: number, absent: number) =>
    absent > 0 ? `确认到场 ${present} 人，没来 ${absent} 人` : `确认到场 ${present} 人`,
  closed: '点名已结束',
  reopen: '重新打开',
  reopenWhy: '为什么要重新打开？',
  reopenHint: '打开后可以改谁到了、待了多久。确认时多退少补，原来的记录不动。这次打开会记下来。',
  reopenReasons: ['有人点错了', '时长记错了', '有人来了没记上'],
  reopenConfirm: '重新打开并记下',
  reopenedHint: '点名重新打开了。要改谁，就点谁；改好再数一遍人，结束点名。',
  closeAgain: (changed: number) => (changed > 0 ? `改了 ${changed} 人，结束点名` : '没有要改的，结束点名'),
  tapAgain: '点一下重新核对',
  anew: '改过',
  outcomeOf: (name: string) => `${name}那天来了吗？`,
  late: '晚到几分钟',
  early: '早走几分钟',
  outcomeKeep: '改成这样',
  nothingLeft: '整场都没在，就选“没来”',
  applied: (count: number) => `${count} 家报名抽签`,
  number: '公开号码',
  numberHint: (until: Instant, { now }: Telling) =>
    `开出的 3 位数，比如当晚福彩3D。填一次，填好就抽，不能改。${spoken(until, now)}前没有填，就不用号码直接抽。`,
  enterNumber: (number: string) => (number.length === 3 ? `填 ${number}，抽签` : '填好就抽签'),
  drawnAt: (at: Instant, wantsNumber: boolean, { now }: Telling) =>
    at > now
      ? `${spoken(at, now)}截止${wantsNumber ? '，之后在这里填公开号码' : '，到时自动抽'}`
      : '名单正在封存',
  drawRecord: '公开的记录',
  onlyOwn: '剩下的是您自己家的人，要请同事来确认。',
} as const

/** Who gave no name is told from others by the end of an id. */
export function nameWords(name: string, id: string): string {
  return name === '' ? `未署名 ${id.slice(-4)}` : name
}

/** What somebody who is called has to hear. */
export function calleeWords(
  { kind, until }: { kind: 'waitlist_offer' | 'booked_from_waitlist'; until: Instant },
  { now }: Telling,
): string {
  if (kind === 'waitlist_offer') return `名额留到${spoken(until, now)}，点“我要”才算数`
  return now < until ? `候补报上了，${spoken(until, now)}前可免费取消` : '候补报上了，看能不能来'
}

/** 3 人到场,发出 30 分。 */
export function closingWords(result: {
  present: number
  absent: number
  undecided: number
  points: number
  corrections: { people: number; given: number; taken: number }
}): string {
  const { present, absent, undecided, points, corrections } = result
  const said =
    present + absent === 0
      ? correctedWords(corrections)
      : [
          `${present} 人到场`,
          ...(absent > 0 ? [`${absent} 人没来`] : []),
          points > 0 ? `发出 ${points} 分` : '没有积分要发',
          ...(corrections.people > 0 ? [correctedWords(corrections)] : []),
        ].join('，')
  return undecided > 0 ? `${said}。还有 ${undecided} 人是您自己家的，要请同事来确认。` : `${said}。`
}

function correctedWords({ people, given, taken }: { people: number; given: number; taken: number }): string {
  if (people === 0) return '点名结束，积分没有变'
  return [
    `更正了 ${people} 人`,
    ...(given > 0 ? [`补发 ${given} 分`] : []),
    ...(taken > 0 ? [`收回 ${taken} 分`] : []),
  ].join('，')
}

export interface RowMark {
  /** for tests and screen readers' order: how the row stands */
  state: 'listed' | 'missing' | 'here' | 'present' | 'absent'
  words: string
  tone: 'go' | 'wait' | 'stop' | ''
  hint: string | null
  taps: boolean
}

export interface RowSetting {
  phase: RosterPhase
  /** checked in, and struck as absent all the same */
  struck: boolean
  elder: boolean
  plan: Plan
  slotKind: SlotKind
}

/** How one row stands, and what a tap on it would do. */
export function rowMark(row: RosterRow, { phase, struck, elder, plan, slotKind }: RowSetting): RowMark {
  const { checkedInAt, checkInMethod, outcome } = row
  const differs = slotKind === 'post' ? deviationWords(deviationFrom(plan, row)) : null
  // Decided, and the books are open: it can be decided anew.
  const again = phase === 'closing' && outcome !== null && !row.ownHousehold
  const anew = again ? [...(row.decidedAnew ? [roster.anew] : []), roster.tapAgain].join(' · ') : null
  const still = { hint: anew, taps: again }
  if (outcome === 'present') {
    const hint = [differs, anew].filter(Boolean).join(' · ') || null
    return { state: 'present', words: roster.present, tone: 'go', hint, taps: again }
  }
  if (outcome === 'absent') return { state: 'absent', words: roster.absent, tone: 'stop', ...still }
  // Nobody decides about their own household, so nothing is said of them beforehand.
  if (row.ownHousehold && phase === 'closing')
    return { state: 'listed', words: roster.undecided, tone: 'wait', ...still }
  const arrived = checkedInAt === null ? null : roster.checkedIn(checkedInAt, checkInMethod, elder)
  switch (phase) {
    case 'before':
    case 'closed':
      return { state: 'listed', words: '', tone: '', ...still }
    case 'check_in':
      if (arrived === null)
        return { state: 'missing', words: roster.notYet, tone: '', hint: roster.tapToMark, taps: true }
      return {
        ...{ state: 'here', words: arrived, tone: 'go', taps: slotKind === 'post' },
        hint: differs ?? leftWords(row, elder),
      }
    case 'closing':
      if (arrived === null)
        return { state: 'absent', words: roster.absent, tone: 'stop', hint: roster.tapWasThere, taps: true }
      if (struck)
        return { state: 'absent', words: roster.absent, tone: 'stop', hint: roster.tapBack, taps: true }
      return {
        ...{ state: 'present', words: roster.present, tone: 'go', taps: true },
        hint: [arrived, differs].filter(Boolean).join(' · '),
      }
  }
}

/** 迟到 12 分钟,早退 20 分钟; null: as planned */
export function deviationWords({ lateMinutes, earlyMinutes, forgotten }: Deviation): string | null {
  const said = [
    ...(lateMinutes > 0 ? [`迟到 ${lateMinutes} 分钟`] : []),
    ...(earlyMinutes > 0 ? [`早退 ${earlyMinutes} 分钟`] : []),
    ...(forgotten ? ['忘了签退，按计划结束算'] : []),
  ]
  return said.length > 0 ? said.join('，') : null
}

function leftWords({ checkedOutAt }: RosterRow, elder: boolean): string | null {
  return checkedOutAt === null ? null : `${clock(checkedOutAt, elder)} 签退`
}

function methodWords(method: string | null): string {
  if (method === 'manual') return '代签到'
  return method === 'paper' ? '纸质名单' : '签到'
}

/** What was noted on the phone: 陈**的签到. */
export function markWords(is: 'present' | 'left' | 'walk_ins' | 'confirm', name: string): string {
  if (is === 'confirm') return '结束点名'
  if (is === 'walk_ins') return '未登记的人数'
  return is === 'present' ? `${name}的到场` : `${name}的早退`
}
