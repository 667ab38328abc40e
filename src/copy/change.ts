import type { Answer } from '@/contract/actions'
import type { CallFault } from '@/domain/call'
import type { Instant } from '@/domain/time'
import { callFault } from './call-fault'
import { period, type Telling } from './date'

/** A cadre changes a session, or cancels it. */
export const change = {
  open: '改动 / 取消这一场',
  texts: '改文字和封面',
  textsHint: '名称、说明、带什么、安全提示',
  missingLink: '这个链接不完整，请从名单里进来。',
  toDesk: '回工作台',
  begun: '已经开始了，不能再改。',
  cancelled: '这一场已经取消。',
  when: '时间和地点',
  day: '哪一天',
  startsAt: '开始',
  endsAt: '结束',
  place: '地点',
  same: '还没有改动',
  save: '改好，通知大家',
  tells: '已报名、候补和抽签的人都会收到通知。改了时间，他们开始前都能免费取消。',
  places: '名额',
  taken: (held: number, waitlist: number) =>
    waitlist > 0 ? `已报 ${held} 个，候补 ${waitlist} 家` : `已报 ${held} 个`,
  keepWindow: '提前报的名额都留着',
  keepHint: (places: number) => `不勾的话，用积分提前报的要让出 ${places} 个`,
  counting: '正在算谁要让出来',
  callOff: '取消这一场',
  callOffHint: '名额全部取消，积分退回，每个人都会收到通知。',
  cause: '为什么取消',
  note: '再说一句(可以不写)',
  noteNeeded: '说说是什么原因',
  notePlaceholder: '比如：暴雨橙色预警',
  next: '下一步',
  back: '再想想',
} as const

/** 名额 of a seat, 岗位 of a post: the number of them as a button. */
export function resizeLabel(was: number, is: number): string {
  if (is === was) return change.same
  return is > was ? `加到 ${is} 个` : `减到 ${is} 个`
}

/** 减到 12 个:有 3 家要让出 4 个名额,20 分退回,排到候补最前面。 */
export function wouldWords(
  { released, capacity }: Pick<Answer<'changeSlot'>, 'released' | 'capacity'>,
  was: number,
): string {
  const { parties, places, points, offers } = released
  if (capacity > was) return `加到 ${capacity} 个：多出来的先给候补的邻居，再放开报名。`
  const lost =
    parties > 0
      ? [
          `有 ${parties} 家要让出 ${places} 个名额`,
          ...(points > 0 ? [`${points} 分退回`] : []),
          '排到候补最前面',
        ].join('，')
      : '没有人要让出名额'
  const taken = offers > 0 ? `，${offers} 家正等答复的空位收回` : ''
  const how = parties > 0 ? '先报名的先保留，一家一起留。' : ''
  return `减到 ${capacity} 个：${lost}${taken}。${how}`
}

/** 会通知 23 位居民,取消 25 个名额,退回 40 分。取消以后不能恢复。 */
export function tollWords({ told, places, points }: Answer<'cancelSession'>): string {
  const done = [
    told > 0 ? `会通知 ${told} 位居民` : '还没有人报名，不用通知谁',
    ...(places > 0 ? [`取消 ${places} 个名额`] : []),
    ...(points > 0 ? [`退回 ${points} 分`] : []),
  ].join('，')
  return `${done}。取消以后不能恢复。`
}

export function callOffLabel(told: number): string {
  return told > 0 ? `取消，通知 ${told} 位` : '取消这一场'
}

/** What came of a tap. */
export function changeOutcome(
  outcome:
    | { is: 'moved'; told: number }
    | { is: 'resized'; released: number; given: number }
    | { is: 'cancelled'; told: number; points: number },
): string {
  switch (outcome.is) {
    case 'moved':
      return outcome.told > 0 ? `改好了，通知了 ${outcome.told} 位居民。` : '改好了。'
    case 'resized': {
      const { released, given } = outcome
      const said = [
        ...(released > 0 ? [`${released} 家让出了名额，已通知`] : []),
        ...(given > 0 ? [`${given} 家候补有了名额`] : []),
      ].join('，')
      return said === '' ? '改好了。' : `改好了，${said}。`
    }
    case 'cancelled':
      return [
        '取消了',
        ...(outcome.told > 0 ? [`通知了 ${outcome.told} 位居民`] : []),
        ...(outcome.points > 0 ? [`退回 ${outcome.points} 分`] : []),
      ]
        .join('，')
        .concat('。')
  }
}

/** The words under a field of a published session. */
export function changeFault(fault: CallFault['fault']): string {
  if (fault === 'opens_after_start') return '这时还没开放报名，要再晚些'
  if (fault === 'draw_after_start') return '这时还没抽签，要再晚些'
  if (fault === 'points_need_admin') return '时间短了，原来答应的积分太多；请管理员来改'
  return callFault(fault)
}

interface Seen {
  startsAt: Instant
  endsAt: Instant
  place: string
  capacities: Record<string, number>
}

/** 刚才有同事改了:地点改成河边;孩子名额改成 25 个。您填的还在,看看再改。 */
export function meanwhileWords(
  before: Seen,
  now: Seen,
  slots: { id: string; title: string }[],
  telling: Telling,
): string {
  const moved = before.startsAt !== now.startsAt || before.endsAt !== now.endsAt
  const changes = [
    ...(moved ? [`时间改成${period(now.startsAt, now.endsAt, telling)}`] : []),
    ...(before.place !== now.place ? [`地点改成${now.place}`] : []),
    ...slots
      .filter(({ id }) => before.capacities[id] !== now.capacities[id])
      .map(({ id, title }) => `${title}改成 ${now.capacities[id] ?? 0} 个`),
  ]
  const what = changes.length > 0 ? `刚才有同事改了：${changes.join('；')}。` : '刚才有同事也动过这一场。'
  return `${what}您填的还在，看看再改。`
}
