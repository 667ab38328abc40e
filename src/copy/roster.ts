import type { RosterRow } from '@/contract/get-roster'
import type { RosterPhase } from '@/domain/roster-phase'
import type { Instant } from '@/domain/time'
import { clock, spoken, type Telling } from './date'

/** The roster of one session: who holds its places, and who came. */
export const roster = {
  missingLink: '这个链接不完整,请从工作台进来。',
  toDesk: '回工作台',
  cancelled: '这一场取消了',
  came: (came: number, all: number) => `到了 ${came} / ${all}`,
  nobody: '还没有人报名。把活动发到群里试试。',
  toPage: '看活动页',
  nobodyHere: '还没有人',
  waitlist: (count: number) => `候补 ${count}`,
  points: (points: number) => `+${points} 分`,

  code: '签到码',
  codeHint: '请来的人在手机上输这 6 个数字',
  codeRead: (code: string) => `签到码 ${[...code].join(' ')}`,
  codeChanges: (seconds: number) => `${seconds} 秒后换`,
  codeLarge: '点一下放大',
  codeSmall: '点一下缩小',
  opensAt: (at: Instant, { now }: Telling) => `${spoken(at, now)}开始签到`,

  masked: '姓名遮着,只露一个字',
  reveal: '显示姓名',
  revealWhy: '为什么要看姓名?',
  revealHint: '姓名会完整显示,这次查看会记下来。',
  revealReasons: ['现场点名', '打电话联系', '安排分工'],
  revealConfirm: '显示并记下',

  toCall: '打电话告诉',
  toCallHint: '轮到他们了,消息还没看。打个电话,或上门说一声。',
  told: '我告诉了',
  where: ({ gridName, building }: { gridName: string | null; building: string | null }) =>
    [gridName, building].filter(Boolean).join(' ') || '没填住址',

  markWhy: (name: string) => `${name}到场了?`,
  markHint: '居民一般自己输码签到。您代签要写明原因,会记下来。',
  markReasons: ['手机没电', '没带手机', '不会用', '我看到人了'],
  markConfirm: '代签到',
  why: '原因',
  whyPlaceholder: '或者写一句',

  tapToMark: '到了就点一下',
  tapWasThere: '其实来了?点一下补签',
  tapLeft: '没留下来?点一下划掉',
  tapBack: '再点一下恢复',
  notYet: '未到',
  checkedIn: (at: Instant, method: string | null, elder: boolean) =>
    `${clock(at, elder)} ${method === 'manual' ? '代签到' : '签到'}`,
  present: '到场',
  absent: '没来',
  undecided: '等同事',
  ownHousehold: '自己家的人,要请同事来确认',

  closing: '结束点名',
  closingHint: '没签到的算没来。人来了没签到,点一下补签;签了到又走了,点一下划掉。',
  closingByCadre: '没签到的算没来。人来了没签到,点一下补签。结束点名由社区干部来。',
  toEnd: (at: Instant, { now }: Telling) => `${spoken(at, now)}结束后,在这里结束点名`,
  headCount: '现场数到几个人',
  headCountHint: '数一遍填上,才能确认',
  headCountDiffers: (counted: number, listed: number) =>
    `名单上到场 ${listed} 人,您数到 ${counted} 人。核对一下再确认。`,
  confirm: (present: number, absent: number) =>
    absent > 0 ? `确认到场 ${present} 人,没来 ${absent} 人` : `确认到场 ${present} 人`,
  closed: '点名已结束',
  reopen: '重新打开',
  reopenWhy: '为什么要重新打开?',
  reopenHint: '打开后可以改谁到了、待了多久。确认时多退少补,原来的记录不动。这次打开会记下来。',
  reopenReasons: ['有人点错了', '时长记错了', '有人来了没记上'],
  reopenConfirm: '重新打开并记下',
  reopenedHint: '点名重新打开了。要改谁,就点谁;改好再数一遍人,结束点名。',
  closeAgain: (changed: number) => (changed > 0 ? `改了 ${changed} 人,结束点名` : '没有要改的,结束点名'),
  tapAgain: '点一下重新核对',
  anew: '改过',
  outcomeOf: (name: string) => `${name}那天来了吗?`,
  late: '晚到几分钟',
  early: '早走几分钟',
  outcomeKeep: '改成这样',
  nothingLeft: '整场都没在,就选“没来”',
  applied: (count: number) => `${count} 家报名抽签`,
  number: '公开号码',
  numberHint: (until: Instant, { now }: Telling) =>
    `开出的 3 位数,比如当晚福彩3D。填一次,填好就抽,不能改。${spoken(until, now)}前没有填,就不用号码直接抽。`,
  enterNumber: (number: string) => (number.length === 3 ? `填 ${number},抽签` : '填好就抽签'),
  drawnAt: (at: Instant, wantsNumber: boolean, { now }: Telling) =>
    at > now
      ? `${spoken(at, now)}截止${wantsNumber ? ',之后在这里填公开号码' : ',到时自动抽'}`
      : '名单正在封存',
  drawRecord: '公开的记录',
  onlyOwn: '剩下的是您自己家的人,要请同事来确认。',
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
  if (kind === 'waitlist_offer') return `名额留到${spoken(until, now)},点“我要”才算数`
  return now < until ? `候补报上了,${spoken(until, now)}前可免费取消` : '候补报上了,看能不能来'
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
        ].join(',')
  return undecided > 0 ? `${said}。还有 ${undecided} 人是您自己家的,要请同事来确认。` : `${said}。`
}

function correctedWords({ people, given, taken }: { people: number; given: number; taken: number }): string {
  if (people === 0) return '点名结束,积分没有变'
  return [
    `更正了 ${people} 人`,
    ...(given > 0 ? [`补发 ${given} 分`] : []),
    ...(taken > 0 ? [`收回 ${taken} 分`] : []),
  ].join(',')
}

export interface RowMark {
  /** for tests and screen readers' order: how the row stands */
  state: 'listed' | 'missing' | 'here' | 'present' | 'absent'
  words: string
  tone: 'go' | 'wait' | 'stop' | ''
  hint: string | null
  taps: boolean
}

/** How one row stands, and what a tap on it would do. */
export function rowMark(row: RosterRow, phase: RosterPhase, struck: boolean, elder: boolean): RowMark {
  const { checkedInAt, checkInMethod, outcome } = row
  // Decided, and the books are open: it can be decided anew.
  const again = phase === 'closing' && !row.ownHousehold
  const hint = again ? (row.decidedAnew ? `${roster.anew} · ${roster.tapAgain}` : roster.tapAgain) : null
  const still = { hint: outcome === null ? null : hint, taps: outcome !== null && again }
  if (outcome === 'present') return { state: 'present', words: roster.present, tone: 'go', ...still }
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
      return arrived === null
        ? { state: 'missing', words: roster.notYet, tone: '', hint: roster.tapToMark, taps: true }
        : { state: 'here', words: arrived, tone: 'go', ...still }
    case 'closing':
      if (arrived === null)
        return { state: 'absent', words: roster.absent, tone: 'stop', hint: roster.tapWasThere, taps: true }
      return struck
        ? { state: 'absent', words: roster.absent, tone: 'stop', hint: roster.tapBack, taps: true }
        : { state: 'present', words: roster.present, tone: 'go', hint: arrived, taps: true }
  }
}
