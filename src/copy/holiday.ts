import { date, weekday } from './date'
import type { Holiday, HolidayFault } from '@/domain/holiday'
import { dayOf, type Instant } from '@/domain/time'

/** Public holidays: in the form of a call, and the page where an admin keeps them. */
export const holiday = {
  open: '放假安排',
  off: '放假',
  works: '调休上班',
  worksShort: '上班',
  unknown: (years: number[]) => `还没有 ${years.join('、')} 年的放假安排`,
  unknownHint: '国务院一般在前一年 11 月发通知，照着填进来。这之前，发招募时不会标出放假。',
  fillIn: '去填',
  year: (year: number) => `${year} 年`,
  yearUnknown: (year: number) => `${year} 年·没有`,
  readOnly: '放假安排由管理员来改。',
  notRead: '放假安排没读到，请自己看一下日历。',
  add: '加一段',
  addTitle: '加一段',
  editTitle: '改这一段',
  name: '叫什么',
  namePlaceholder: '比如 春节',
  first: '从哪天',
  last: '到哪天',
  kind: '放假还是上班',
  put: '好',
  remove: '去掉这一段',
  save: '保存',
  same: '还没有改动',
  saved: '保存好了，发招募时就按这个标。',
  meanwhile: '刚才有同事也改了这一年，下面是现在的样子。您改的没有盖上去，看看再改。',
  faults: (count: number) => `有 ${count} 段要改，已标红`,
} as const

/** 2月15日–23日, 2月14日 周六. */
export function holidayDays({ firstAt, lastAt }: Holiday): string {
  // Told within its own year, whichever that is.
  const first = date(firstAt, firstAt)
  if (lastAt === firstAt) return `${first} ${weekday(firstAt)}`
  const last = date(lastAt, firstAt)
  const [month = ''] = first.split('月')
  return `${first}–${last.startsWith(`${month}月`) ? last.slice(month.length + 1) : last}`
}

/** 春节放假, 春节调休上班: what a day is, in a word. */
export function holidayMark({ name, works }: Holiday): string {
  if (!works) return name
  return name.endsWith('调休') ? `${name}${holiday.worksShort}` : `${name}${holiday.works}`
}

/** What is wrong with a row of the table. */
export function holidayFault(fault: HolidayFault['fault'] | 'missing' | 'too_many_characters'): string {
  switch (fault) {
    case 'missing':
      return '要写上叫什么'
    case 'too_many_characters':
      return '名字太长了'
    case 'not_a_day':
      return '这一天不对，请重新选'
    case 'ends_before_start':
      return '最后一天要不早于第一天'
    case 'other_year':
      return '这一段不在这一年里'
    case 'days_overlap':
      return '和别的一段重了'
  }
}

/** A row to begin with: new year's day, or the day after the last row. */
export function newHoliday(year: number, after: Instant | null): Holiday {
  const firstAt = after ?? dayOf(year, 1, 1)
  return { name: '', firstAt, lastAt: firstAt, works: false }
}
