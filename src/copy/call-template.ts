import { FREE_CANCEL_HOURS } from '@/domain/cancellation'
import type { ActivityKind } from '@/domain/activity'
import type { CallDraft, SlotDraft } from '@/domain/call'
import { dutyPoints } from '@/domain/points'
import type { SlotKind } from '@/domain/slot'
import { DAY, dayStart, HOUR, MINUTE, weekStart, type Instant } from '@/domain/time'

/** A call ready to be sent once its place and time are right. */
export interface CallTemplate {
  activity: CallDraft['activity']
  first: { startsAt: Instant; endsAt: Instant }
  weeks: number
  slots: SlotDraft[]
}

/** On which days it usually is (Monday is 0), from when to when. */
interface Usual {
  days: number[]
  from: number
  minutes: number
}

type Texts = Omit<CallDraft['activity'], 'kind' | 'contact' | 'freeCancelHours'>

interface Words extends Texts {
  usual: Usual
  slots: Partial<SlotDraft>[]
}

const WEEKDAYS = [0, 1, 2, 3, 4]
const WEDNESDAY = [2]
const SATURDAY = [5]
const SUNDAY = [6]

const INSURED = '社区统一买了志愿者意外险，签到后生效。受伤请马上告诉领队。'

const TEMPLATES: Record<ActivityKind, Words> = {
  class: {
    title: '周末绘本课',
    place: '社区活动中心',
    description: '领读老师带孩子读绘本、做一件小手工。',
    bring: '水杯。家长可以在旁边等。',
    riskNote: '',
    insurance: '',
    usual: { days: SATURDAY, from: 10 * HOUR, minutes: 60 },
    slots: [
      {
        kind: 'seat',
        title: '孩子名额',
        capacity: 20,
        ageBand: '3-6',
        price: 10,
        share: 70,
        newcomersFirst: true,
        householdLimit: 2,
      },
      { kind: 'post', title: '领读帮手', capacity: 2, withChildren: true },
    ],
  },
  after_school: {
    title: '课后托管班',
    place: '社区活动室',
    description: '放学后陪孩子写作业、读绘本、下棋，家长下班来接。',
    bring: '作业、水杯。',
    riskNote: '孩子只交给报名的家长。哪里不舒服，马上联系家长。',
    insurance: '',
    usual: { days: WEEKDAYS, from: 16 * HOUR + 30 * MINUTE, minutes: 90 },
    slots: [
      { kind: 'seat', title: '孩子名额', capacity: 20, ageBand: '7-9', householdLimit: 2 },
      { kind: 'post', title: '陪写作业', capacity: 3, withChildren: true },
      { kind: 'post', title: '绘本领读', capacity: 1, withChildren: true, skill: 'teaching' },
    ],
  },
  clean_up: {
    title: '小区大扫除',
    place: '小区广场集合',
    description: '一起清楼道、捡垃圾、擦健身器材。分组做，干到哪算哪。',
    bring: '穿不怕脏的衣服和防滑鞋。手套、工具现场领。',
    riskNote:
      '戴好手套。重东西两个人抬，不爬高，不碰电线和配电箱。遇到玻璃、针头叫领队来处理。不舒服马上休息。',
    insurance: INSURED,
    usual: { days: SATURDAY, from: 9 * HOUR, minutes: 120 },
    slots: [
      { kind: 'post', title: '清扫', capacity: 20 },
      { kind: 'post', title: '搬运', capacity: 4 },
    ],
  },
  traffic_duty: {
    title: '放学护学岗',
    place: '学校门口',
    description: '放学时在校门口提醒孩子走人行道，引导家长不停车等人。',
    bring: '反光背心现场领。雨天照常，请带雨衣，不打伞。',
    riskNote: '站在人行道上，不进机动车道，不拦车、不指挥车辆。有情况叫民警。雨雪天穿防滑鞋。',
    insurance: INSURED,
    usual: { days: WEEKDAYS, from: 16 * HOUR + 20 * MINUTE, minutes: 60 },
    slots: [
      { kind: 'post', title: '交通引导(东门)', capacity: 2 },
      { kind: 'post', title: '交通引导(西门)', capacity: 2 },
    ],
  },
  census: {
    title: '人口普查入户帮手',
    place: '社区服务站集合',
    description: '两人一组，跟着普查员上门，帮着敲门、解释、登记。不熟悉也没关系，出发前讲一遍。',
    bring: '手机充好电，穿好走路的鞋。工作证、登记表现场领。',
    riskNote: '两人一组，不单独进门。听到、看到的不拍照、不外传。天黑前收工。',
    insurance: INSURED,
    usual: { days: SATURDAY, from: 9 * HOUR, minutes: 180 },
    slots: [
      { kind: 'post', title: '入户登记', capacity: 20 },
      { kind: 'post', title: '站内核对', capacity: 4 },
    ],
  },
  haircut: {
    title: '邻里义剪',
    place: '社区服务站',
    description: '不收钱，按报名的先后剪。腿脚不便的老人可以请社区上门。',
    bring: '先在家洗好头。',
    riskNote: '',
    insurance: '',
    usual: { days: SUNDAY, from: 9 * HOUR, minutes: 150 },
    slots: [
      { kind: 'seat', title: '理发名额', capacity: 24, householdLimit: 2 },
      { kind: 'post', title: '理发师傅', capacity: 3, skill: 'haircut' },
      { kind: 'post', title: '接待老人', capacity: 2 },
    ],
  },
  tailor: {
    title: '裁缝便民点',
    place: '社区服务站',
    description: '缝扣子、改裤脚、换拉链，小修小补不收钱。腿脚不便的老人可以请师傅上门。',
    bring: '衣服先洗干净。要换的拉链、扣子请带上。',
    riskNote: '',
    insurance: '',
    usual: { days: WEDNESDAY, from: 14 * HOUR, minutes: 120 },
    slots: [
      { kind: 'seat', title: '缝补名额', capacity: 16, householdLimit: 2 },
      { kind: 'post', title: '裁缝师傅', capacity: 2, skill: 'tailoring' },
      { kind: 'post', title: '登记取件', capacity: 1 },
    ],
  },
  mediation: {
    title: '邻里调解台',
    place: '社区调解室',
    description: '漏水、噪音、停车、家里拌嘴，坐下来说一说。调解员听两边的话，帮着商量。',
    bring: '有照片、合同的话带上。',
    riskNote: '听到的事不外传。说急了先分开坐，叫社区的人来。',
    insurance: '',
    usual: { days: SATURDAY, from: 9 * HOUR + 30 * MINUTE, minutes: 120 },
    slots: [
      { kind: 'seat', title: '来说事的', capacity: 6, householdLimit: 2 },
      { kind: 'post', title: '调解员', capacity: 2, skill: 'mediation' },
      { kind: 'post', title: '懂法律的', capacity: 1, skill: 'law' },
    ],
  },
  garden: {
    title: '共享花园养护',
    place: '共享花园',
    description: '浇水、除草、收落叶，一起看看种的菜长得怎样。',
    bring: '帽子、水杯。工具现场有。',
    riskNote: '',
    insurance: '',
    usual: { days: SUNDAY, from: 8 * HOUR + 30 * MINUTE, minutes: 90 },
    slots: [{ kind: 'post', title: '浇水除草', capacity: 8 }],
  },
  gathering: {
    title: '邻里聚会',
    place: '社区会议室',
    description: '聊聊这段时间做了什么，接下来想一起做什么。',
    bring: '',
    riskNote: '',
    insurance: '',
    usual: { days: SATURDAY, from: 19 * HOUR, minutes: 120 },
    slots: [
      { kind: 'seat', title: '座位', capacity: 40, householdLimit: 4 },
      { kind: 'post', title: '布置会场', capacity: 4 },
    ],
  },
}

const PLAIN: SlotDraft = {
  kind: 'post',
  title: '',
  capacity: 2,
  ageBand: null,
  skill: null,
  withChildren: false,
  points: 0,
  price: null,
  share: 70,
  priorityOpensAt: null,
  opensAt: null,
  newcomersFirst: false,
  householdLimit: null,
  allocation: 'booking',
  drawAt: null,
  publicNumber: false,
}

export function callTemplate(kind: ActivityKind, now: Instant): CallTemplate {
  const { usual, slots, ...texts } = TEMPLATES[kind]
  const early = slots.some((slot) => typeof slot.price === 'number')
  const startsAt = nextUsual(usual, early ? now + OPENS_BEFORE + DAY : now + HOUR)
  const first = { startsAt, endsAt: startsAt + usual.minutes * MINUTE }
  return {
    activity: { kind, ...texts, contact: '', freeCancelHours: FREE_CANCEL_HOURS },
    first,
    weeks: 1,
    slots: slots.map((slot) => ({
      ...newSlot(slot.kind ?? 'post', first),
      ...slot,
      ...openingFor(slot, first),
    })),
  }
}

/** A slot still to be filled in; its points follow the session's length. */
export function newSlot(kind: SlotKind, first: CallTemplate['first']): SlotDraft {
  return kind === 'post'
    ? { ...PLAIN, points: dutyPoints(first) }
    : { ...PLAIN, kind, title: '', capacity: 20 }
}

const OPENS_BEFORE = 2 * DAY

/** General opening of a slot that can be had early: two days before, at eight in the evening. */
export function usualOpening(first: CallTemplate['first']): Instant {
  return dayStart(first.startsAt - OPENS_BEFORE) + 20 * HOUR
}

function openingFor(slot: Partial<SlotDraft>, first: CallTemplate['first']): Partial<SlotDraft> {
  return typeof slot.price === 'number' ? { opensAt: usualOpening(first) } : {}
}

function nextUsual({ days, from }: Usual, after: Instant): Instant {
  const monday = weekStart(after)
  const candidates = [0, 7].flatMap((week) => days.map((day) => monday + (week + day) * DAY + from))
  return candidates.find((at) => at > after) ?? after
}
