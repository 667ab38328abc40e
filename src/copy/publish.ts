import { date, moment, period, spoken, weekday, type Telling } from './date'
import { slotWords, type SlotFigures } from './slot'
import { WEEK, type Instant } from '@/domain/time'

/** Publishing a call. */
export const publish = {
  choose: '发一个什么招募？',
  chooseHint: '选一个，里面都填好了，改改就能发',
  asLast: '照上次的',
  past: '照以前发过的再发',
  pastHint: '社区里谁发的都在，字和名额照旧，时间挪到下一回',
  pastTitle: '照哪一个再发？',
  pastEmpty: '社区还没有发过招募。选一个样板开始吧。',
  toTemplates: '用样板发',
  pastWhen: (first: Instant, sessions: number, telling: Telling) =>
    sessions > 1 ? `${moment(first, telling)} 起，${sessions} 场` : moment(first, telling),
  resume: '接着写',
  resumeWhen: (title: string) => `“${title}”还没发出去`,
  discard: '不要了',
  fallbackTitle: '没写完的招募',
  otherTemplate: '换一种',

  what: '什么活动',
  cover: '封面',
  otherCover: '换封面',
  title: '名称',
  titlePlaceholder: '比如 周末绘本课',
  place: '地点',
  placePlaceholder: '到哪里集合',
  grid: '在哪个小区',
  wholeCommunity: '整个社区',

  when: '什么时候',
  day: '哪天',
  otherDay: '别的日子',
  startsAt: '几点开始',
  endsAt: '几点结束',
  weeks: '连着几周',
  times: '办几场',
  once: '一次',
  everyWeek: '每周',
  someDays: '几个日子',
  earlierMonth: '上个月',
  laterMonth: '下个月',
  month: (year: number, month: number) => `${year}年${month}月`,
  pickDays: '点一下选上，再点一下去掉',
  fullOfDays: (most: number) => `选了 ${most} 天，不能再多了`,
  dropDay: (day: string) => `去掉 ${day}`,
  weekly: (starts: Instant[], skipped: number, now: Instant) => {
    const last = starts.at(-1) ?? now
    const left = skipped > 0 ? `，停 ${skipped} 周` : ''
    return `每${weekday(last)}，到 ${date(last, now)}，共 ${starts.length} 场${left}`
  },
  dayIs: (mark: string, works: boolean) => (works ? `这天${mark}` : `这天是${mark}假期`),
  skipHint: '点一下，那一周就不办；再点一下又办',
  skipWeek: (name: string) => `${name}，不办`,
  keepWeek: (name: string) => `${name}，又办`,
  skipHolidays: (count: number) => `放假的 ${count} 周都不办`,

  places: '要多少人，有多少名额',
  post: '岗位',
  seat: '名额',
  postHint: '来服务的，给积分',
  seatHint: '来参加的',
  addPost: '加岗位',
  addSeat: '加名额',
  remove: '去掉',
  postTitle: '做什么',
  postTitlePlaceholder: '比如 交通引导(东门)',
  seatTitle: '叫什么',
  seatTitlePlaceholder: '比如 孩子名额',
  postCapacity: '要几个人',
  seatCapacity: '几个名额',
  points: '到场给几分',
  pointsHint: '一小时 10 分，一次最多 30 分',
  skill: '要会什么',
  anySkill: '都行',
  withChildren: '和孩子在一起',
  withChildrenHint: '只有社区确认过的居民能认领',
  ageBand: '给谁',
  anyAge: '不限',
  allocation: '怎么给',
  byBooking: '先到先得',
  byDraw: '抽签',
  drawAt: '截止报名，抽签',
  publicNumber: '加一个公开号码(如当晚福彩3D)',
  publicNumberHint: '截止后开出的 3 位数，您填进去才抽，谁也没法事先算好',
  byPoints: '可以用积分提前报',
  byPointsHint: '做过服务的家庭先报，其余名额到时大家都能报',
  price: '每个名额几分',
  share: '最多几成能提前报',
  percent: '%',
  priorityOpensAt: '提前报从',
  opensAt: '大家都能报从',
  atOnce: '发布就开',
  atTime: '定个时间',
  newcomersFirst: '新家庭优先',
  newcomersHint: '开放后 2 小时，先留给 60 天没来过的家庭',
  householdLimit: '每家最多',
  noLimit: '不限',
  places1: (count: number) => `${count} 个`,
  less: '收起',
  moreSettings: '更多设置',

  toKnow: '要让大家知道',
  description: '做什么',
  bring: '带什么',
  riskNote: '安全提示',
  insurance: '保险',
  insuranceHint: '发之前请对一下保单，不一样就改',
  contact: '联系谁',
  contactPlaceholder: '小王 8866 1234',
  freeCancel: '能免费取消到',
  freeCancelHint: '活动开始前几小时为止',
  freeCancelHours: '小时',

  preview: '预览',
  previewTitle: '居民看到的样子',
  submit: '发布',
  faults: (count: number) => `有 ${count} 处要改，已标红`,

  done: '发出去了',
  doneHint: '发到群里，半小时内多半能招满。',
  sendCard: '发到群里',
  copyText: '复制发群的话和链接',
  copyLink: '只复制链接',
  link: '链接',
  groupText: '发群的话',
  textCopied: '复制好了，去群里粘贴吧',
  notCopied: '没复制成，请长按上面的文字',
  sessions: (count: number) => `一共 ${count} 场，每场一个链接`,
  openSession: '看活动页',
  toDesk: '回工作台',
  again: '再发一个',
} as const

interface CallFigures {
  activity: { title: string; place: string; bring: string }
  first: { startsAt: Instant; endsAt: Instant }
  /** of every session, in order */
  starts: Instant[]
}

/** When opening is told as a moment before anything is published: 周四 20:00 开放 or 发布就开放. */
export function openingLine(slot: SlotFigures, telling: Telling): string {
  const { window } = slotWords(slot, telling)
  if (slot.drawAt) return `${moment(slot.drawAt, telling)} 抽签，${slot.capacity} 个名额。${window}`
  if (window) return window
  const unit = slot.kind === 'post' ? '个岗位' : '个名额'
  const opens = slot.opensAt > telling.now ? `${moment(slot.opensAt, telling)} 开放` : '发布就开放'
  return `${slot.capacity} ${unit}：${opens}`
}

/** What a cadre pastes into the chat group. */
export function groupText(
  call: CallFigures,
  slots: SlotFigures[],
  telling: Telling,
  link: string | null,
): string {
  const plain = { now: telling.now, elder: false }
  const { title, place, bring } = call.activity
  const lines = [
    `【${title}】${period(call.first.startsAt, call.first.endsAt, plain)}${moreSessions(call.starts, plain.now)}`,
    `地点：${place}`,
    ...slots.map((slot) => slotLine(slot, plain)),
    ...(bring ? [`带什么：${bring}`] : []),
    ...(link ? [`点开就能报：${link}`] : []),
  ]
  return lines.join('\n')
}

function moreSessions(starts: Instant[], now: Instant): string {
  if (starts.length < 2) return ''
  return isWeekly(starts) ? `，连着 ${starts.length} 周` : `\n${daysLine(starts, now)}`
}

const isWeekly = (starts: Instant[]) => starts.every((at, index) => at === (starts[0] ?? at) + index * WEEK)

// More than a chat message can carry at a glance is told by its end.
const MOST_NAMED = 8

/** 共 3 场:12月2日、12月5日、12月9日. */
function daysLine(days: Instant[], now: Instant): string {
  const named = days.slice(0, MOST_NAMED).map((at) => date(at, now))
  const last = days.length > MOST_NAMED ? `…到 ${date(days[days.length - 1] ?? now, now)}` : ''
  return `共 ${days.length} 场：${named.join('、')}${last}`
}

/** All sessions in one line when there are several: 每周三,到 12月30日,共 5 场. */
export function sessionsLine(starts: Instant[], now: Instant): string | null {
  if (starts.length < 2) return null
  return isWeekly(starts) ? publish.weekly(starts, 0, now) : daysLine(starts, now)
}

function slotLine(slot: SlotFigures, telling: Telling): string {
  const { needs, window } = slotWords(slot, telling)
  const also = needs ? `(${needs})` : ''
  if (slot.kind === 'post') {
    const reward = slot.points > 0 ? `，到场 +${slot.points} 分` : ''
    return `· ${slot.title}：要 ${slot.capacity} 人${reward}${also}`
  }
  const how = slot.drawAt ? '抽签' : '开放'
  const opens = slot.opensAt > telling.now ? `，${spoken(slot.opensAt, telling.now)}${how}` : ''
  return window && !slot.drawAt
    ? `· ${slot.title}${also}：${window}`
    : `· ${slot.title}：${slot.capacity} 个${opens}${also}`
}
