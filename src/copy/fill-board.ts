import type { FillBoard, FillSlotView } from '@/contract/get-fill-board'
import { FILL_TARGET, minutesFrom } from '@/domain/fill'
import { MINUTE, type Instant } from '@/domain/time'
import { clock, moment, spoken, type Telling } from './date'

/** How the places of one session fill. */
export const fillBoard = {
  missingLink: '这个链接不完整，请从工作台进来。',
  toDesk: '回工作台',
  roster: '名单',
  page: '活动页',
  cancelled: '这一场取消了',
  taken: (taken: number, capacity: number) => `${taken}/${capacity}`,
  out: (minutes: number) => `开放 ${lasting(minutes)}`,
  notYet: (from: Instant, { now }: Telling) => `${spoken(from, now)}开放，那以后看谁来报`,
  curve: '报上的人数',
  hour: '头一小时',
  all: '全部',
  target: '半小时',
  waitlist: (count: number) => `候补 ${count}`,
  shares: '从哪来',
  sharesHint: '每发一次卡片或链接，各算各的。只计人数，不记谁点开。',
  others: '其他',
  opens: (opens: number) => `打开 ${opens} 次`,
  brought: (places: number) => `${places} 人`,
  again: (reach: number) => `再喊一次 · ${reach} 人`,
  againSure: (reach: number) => `确定，告诉 ${reach} 位邻居`,
  againHint: '收件箱里告诉一声。只找来得了、又没听说的人。',
  againDone: (told: number) => `告诉了 ${told} 位邻居`,
  nobodyLeft: '来得了的都知道了',
  last: ({ sentAt, told }: { sentAt: Instant; told: number }, telling: Telling) =>
    `${moment(sentAt, telling)} 喊过 ${told} 人`,
  send: '发到群里',
  sendHint: '点一下发到哪个群，回头就知道哪个群来得多',
  group: '发到哪个群',
  groupPlaceholder: '比如 1号群',
  sendCard: '发卡片',
  copyLink: '复制链接',
} as const

/** 18 分钟, 5 小时, 2 天. */
export function lasting(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / (24 * 60))} 天`
}

/** How a slot stands, as a chip. */
export function fillWords(
  { kind, fill }: FillSlotView,
  telling: Telling,
): { words: string; tone: 'go' | 'hands' | 'wait' | '' } {
  switch (fill.is) {
    case 'closed':
      return { words: `${moment(fill.from, telling)} 开放`, tone: 'wait' }
    case 'full':
      return { words: fill.after === null ? '满了' : `${lasting(fill.after)}招满`, tone: 'go' }
    case 'filling':
      return { words: kind === 'post' ? `还差 ${fill.lack}` : `剩 ${fill.lack} 个`, tone: '' }
    case 'stuck':
      return { words: kind === 'post' ? `还差 ${fill.lack}` : `剩 ${fill.lack} 个`, tone: 'hands' }
    case 'over':
      return { words: fill.lack > 0 ? `差 ${fill.lack}` : '满了', tone: '' }
  }
}

/** 1号群, or when it was sent. */
export function shareWords({ group, sharedAt }: FillBoard['shares'][number], telling: Telling): string {
  return group ?? `${moment(sharedAt, telling)} 发的`
}

/** What stands under an axis of so many minutes. */
export function axisMarks(right: number): { x: number; words: string }[] {
  const [unit, per, words] =
    right <= 60 ? [1, 15, ' 分'] : right <= 24 * 60 ? [60, 0, ' 小时'] : [1440, 0, ' 天']
  const step = per || Math.ceil(right / unit / 4) * unit
  const marks = []
  for (let x = step; x <= right; x += step)
    marks.push({ x, words: `${x / unit}${x + step > right ? words : ''}` })
  return marks
}

export const targetMark = { x: FILL_TARGET / MINUTE, words: fillBoard.target }

/** The curve for somebody who hears it: how many at once, by the half hour, and now. */
export function curveWords({ curve, slots }: FillBoard): string {
  const capacity = slots.reduce((sum, slot) => sum + slot.capacity, 0)
  const last = curve[curve.length - 1]
  if (!last) return ''
  const by = (minute: number) => curve.filter((step) => step.minute <= minute).slice(-1)[0]?.taken ?? 0
  const first = curve.find((step) => step.taken > 0)
  const parts = [
    `${capacity} 个位置`,
    ...(first && first.minute < last.minute ? [`第 ${first.minute} 分钟有人报`] : []),
    ...(last.minute > targetMark.x ? [`半小时报上 ${by(targetMark.x)} 个`] : []),
    `开放 ${lasting(last.minute)}，报上 ${last.taken} 个`,
  ]
  return `${parts.join('，')}。`
}

/** 9:05 起 18 分钟: since when it has been open. */
export function openFor({ from }: FillBoard, { now, elder }: Telling): string {
  const minutes = minutesFrom(from, now)
  return minutes < 24 * 60
    ? `${clock(from, elder)}${elder ? '' : ' '}开放，${lasting(minutes)}了`
    : `开放 ${lasting(minutes)}了`
}

/** A poster of the session, to be printed and put up. */
export const poster = {
  open: '做张海报',
  title: '海报',
  /** of the share, among the chat groups */
  name: '海报',
  label: (title: string) => `${title}的海报`,
  scan: ['微信扫一扫', '一步就能报名', '不用下载、注册'],
  noCode: ['微信里搜“邻里”', '找到这一场就能报'],
  lacks: {
    unpublished: '这一页还没发布到线上，拿不到小程序码。发布后再来一次。',
    unanswered: '小程序码现在拿不到，过一会儿再打开一次。',
  },
} as const
