import type { FoundResident } from '@/contract/find-residents'
import { period, type Telling } from './date'

/** Booking for those who ask at the desk or by telephone. */
export const behalf = {
  open: '代报名',
  toDesk: '回工作台',
  missingLink: '这个链接不完整，请从名单进来。',
  onlyChildren: '这一场只有孩子的名额，要由监护人自己报。',
  which: '报哪一个',
  one: '一位',
  chain: '粘贴接龙',
  name: '姓名',
  find: '找人',
  nobody: '没有叫这个名字的居民。',
  register: '登记一位没有手机的',
  registerHint: '登记后就能代报名，您认识的人才登记。',
  grid: '哪个小区',
  building: '楼栋(可不填)',
  registerDone: (name: string) => `登记${name || '这一位'}`,
  withoutPhone: '没有手机',
  can: '可以报',
  book: (name: string) => `替${name}报名`,
  wait: (name: string) => `替${name}候补`,
  waits: (name: string) => `${name}在候补了。有空位会报上，请打电话告诉。`,
  other: '换一位',
  slip: '报名凭条',
  slipHint: '念给来的人听，或者打印。',
  print: '打印凭条',
  again: '再报一位',
  chainLabel: '把群里的接龙粘贴到这里',
  chainPlaceholder: '1. 李静\n2. 王建国',
  preview: '看看对得上谁',
  noLines: '没有读到名字。一行写一位，前面可以有序号。',
  unread: '这一行看不出是谁，请单独报',
  unknown: '没有这位居民，请单独登记',
  several: '有同名的，选一位',
  repeated: '上面已经有了',
  heads: (heads: number) => `写了 ${heads} 人，这里只报本人`,
  booked: '报上了',
  bookAll: (count: number) => (count > 0 ? `报上 ${count} 人` : '没有能报的'),
  left: (count: number) => `还剩 ${count} 个位置`,
  reread: '重新粘贴',
} as const

/** Where somebody lives, as far as it is known, to tell namesakes apart. */
export function whereWords({ gridName, building, withoutPhone }: FoundResident): string {
  const home = [gridName, building].filter(Boolean).join(' ') || '没填住址'
  return withoutPhone ? `${home} · ${behalf.withoutPhone}` : home
}

/** What stands on the slip, line by line. */
export function slipLines(
  slip: {
    name: string
    title: string
    slotTitle: string
    startsAt: number
    endsAt: number
    place: string
    bring: string
    contact: string
  },
  telling: Telling,
): { label: string; words: string }[] {
  return [
    { label: '姓名', words: slip.name },
    { label: '活动', words: `${slip.title} · ${slip.slotTitle}` },
    { label: '时间', words: period(slip.startsAt, slip.endsAt, telling) },
    { label: '地点', words: slip.place },
    ...(slip.bring ? [{ label: '要带', words: slip.bring }] : []),
    ...(slip.contact ? [{ label: '来不了请找', words: slip.contact }] : []),
  ]
}
