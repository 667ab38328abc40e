import type { PartOfDay } from '@/domain/time'

/** Looking for an activity. */
export const find = {
  title: '找活动',
  label: '活动名字或地点',
  placeholder: '比如 绘本、图书室',
  kind: '类型',
  when: '时间',
  partOfDay: '一天里什么时候',
  days: '哪几天',
  ageBand: '年龄',
  skill: '专长',
  grid: '小区',
  any: '不限',
  clear: '清空',
  empty: '没有找到。少选一样，或换个词试试。',
  nothing: '现在没有活动。社区发了新的，这里就能看到。',
  found: (count: number, more: boolean) => (more ? `找到 ${count} 场以上` : `找到 ${count} 场`),
} as const

export function daysWords(days: 'today' | 'tomorrow' | 'weekend' | 'week', thisWeekend: boolean): string {
  switch (days) {
    case 'today':
      return '今天'
    case 'tomorrow':
      return '明天'
    case 'weekend':
      return thisWeekend ? '这个周末' : '下个周末'
    case 'week':
      return '七天内'
  }
}

export function partOfDayWords(part: PartOfDay): string {
  return { morning: '上午', afternoon: '下午', evening: '晚上' }[part]
}
