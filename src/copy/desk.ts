import { agoThen, moment, type Telling } from './date'
import type { Instant } from '@/domain/time'
import type { SlotKind } from '@/domain/slot'

/** The cadre's desk. */
export const desk = {
  publish: '发布招募',
  members: '住户确认',
  teams: '队伍',
  membersSide: (waiting: number) => (waiting > 0 ? `${waiting} 位在等` : '都确认过了'),
  figures: '数据',
  audit: '操作记录',
  honours: '表彰名单',
  open: '进行中',
  closed: '已结束',
  today: '今天',
  overdue: '还没结束点名',
  coming: '接下来',
  emptyOpen: '现在没有进行中的招募。发一个，半小时内多半能招满。',
  emptyClosed: '还没有结束的活动。活动结束、确认到场后就在这里。',
  rollCall: '点名',
  close: '结束点名',
  enterNumber: '填抽签号码',
  tell: '打电话',
  list: '名单',
  page: '活动页',
  board: '看招满进度',
  booked: (count: number) => `${count} 人报名`,
  waitlist: (count: number) => `候补 ${count}`,
  toCall: (count: number) => `要告诉 ${count} 家`,
  published: (at: Instant, telling: Telling) => `${agoThen(at, telling)}发出`,
  closedAt: (at: Instant, telling: Telling) => `${agoThen(at, telling)}结束点名`,
} as const

/** 6/8, and what is lacking. */
export function filled(
  slot: { kind: SlotKind; capacity: number; held: number; drawAt: Instant | null },
  telling: Telling,
): {
  count: string
  lack: { words: string; tone: 'hands' | 'go' | '' }
} {
  const left = Math.max(0, slot.capacity - slot.held)
  const count = `${slot.held}/${slot.capacity}`
  if (slot.drawAt !== null) {
    const words = slot.drawAt > telling.now ? `${moment(slot.drawAt, telling)} 抽签` : '等抽签'
    return { count, lack: { words, tone: '' } }
  }
  if (left === 0) return { count, lack: { words: '满了', tone: 'go' } }
  return slot.kind === 'post'
    ? { count, lack: { words: `还差 ${left} 人`, tone: 'hands' } }
    : { count, lack: { words: `剩 ${left} 个`, tone: '' } }
}
