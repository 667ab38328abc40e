import { agoThen, date, type Telling } from './date'
import type { Instant } from '@/domain/time'

/** Residents who wait to be confirmed, and those who are. */
export const members = {
  unconfirmed: '等确认',
  confirmed: '已确认',
  emptyUnconfirmed: '没有人在等。居民填了住址,就会出现在这里。',
  emptyConfirmed: '还没有确认过的居民。',
  hint: '确认后,他们能用积分提前报,也能报和孩子在一起的岗位。',
  noAddress: '没填住址',
  sameDoor: '同一门牌还有一家',
  sameDoorHint: '合租、两代人分开住都有。对一下人就行,不用拒绝。',
  joined: (at: Instant, { now }: Telling) => `${agoThen(at, now)}加入`,
  since: (at: Instant, { now }: Telling) => `${date(at, now)}加入`,
  skills: '说自己会的,核对过的打勾',
  confirm: '确认住户',
  confirmSkills: '确认本领',
  done: (name: string) => `${name}确认好了,已经告诉本人。`,
  nameless: '没写称呼',
} as const
