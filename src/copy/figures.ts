import type { FiguresOfYear } from '@/contract/get-figures'
import { hours } from './date'
import { lasting } from './fill-board'

/** What is told of a year, one at a time. */
export const MEASURES = ['attendances', 'minutes', 'volunteers', 'fill', 'noShow', 'newcomers'] as const
export type Measure = (typeof MEASURES)[number]

/** The figures of the community. */
export const figures = {
  year: (year: number) => `${year} 年`,
  years: '看哪一年',
  measures: {
    attendances: '到场人次',
    minutes: '服务小时',
    volunteers: '志愿者',
    fill: '招满用时',
    noShow: '没来的',
    newcomers: '第一次来',
  } satisfies Record<Measure, string>,
  about: {
    attendances: '一人一场算一次，点名确认到场的才算。',
    minutes: '确认过的服务时长，更正过的按更正后的算。',
    volunteers: '有服务时长的人，一人只算一次。',
    fill: '从能报名到报满，按一半岗位快、一半慢的那个数算。抽签的不算。',
    noShow: '点名没到的，占报了名的多少。',
    newcomers: '来的家庭里，以前从没来过的占多少。',
  } satisfies Record<Measure, string>,
  months: '按月',
  grids: '按网格',
  kinds: '按类别',
  teams: '按队伍',
  month: (month: number) => `${month}月`,
  nowhere: '没填住址',
  few: '不单列',
  fewPeople: '不到 5 人',
  fewHint: '不到 5 个人的不单列，免得认出是谁。为了不能倒着算出来，有时多遮一格。',
  none: '—',
  full: ({ full, slots }: FiguresOfYear['fill']) => `${slots} 个里 ${full} 个招满`,
  take: '导出表格',
  empty: (year: number) => `${year} 年还没有办过活动。`,
} as const

/** 12.5 小时, 83 人次, 22 分钟 or 9 天, 5%. */
export function measured(measure: Measure, value: number | 'few' | null): string {
  if (value === null) return figures.none
  if (value === 'few') return figures.few
  switch (measure) {
    case 'attendances':
      return `${value} 人次`
    case 'minutes':
      return `${hours(value)} 小时`
    case 'volunteers':
      return `${value} 人`
    case 'fill':
      return lasting(value)
    case 'noShow':
    case 'newcomers':
      return `${value}%`
  }
}
