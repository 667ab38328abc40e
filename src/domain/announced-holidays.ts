import type { Holiday, HolidayYear } from './holiday'
import { dayOf } from './time'

type Dates = [month: number, day: number]

const off = (year: number, name: string, first: Dates, last: Dates): Holiday => ({
  name,
  firstAt: dayOf(year, ...first),
  lastAt: dayOf(year, ...last),
  works: false,
})
const work = (year: number, name: string, day: Dates): Holiday => ({
  ...off(year, name, day, day),
  works: true,
})

/**
 * What the State Council has announced, for a community that begins now. A year is added when its notice is out,
 * with a migration for the communities that are there already.
 */
export const ANNOUNCED: HolidayYear[] = [
  // 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04
  {
    year: 2026,
    holidays: [
      off(2026, '元旦', [1, 1], [1, 3]),
      work(2026, '元旦调休', [1, 4]),
      work(2026, '春节调休', [2, 14]),
      off(2026, '春节', [2, 15], [2, 23]),
      work(2026, '春节调休', [2, 28]),
      off(2026, '清明节', [4, 4], [4, 6]),
      off(2026, '劳动节', [5, 1], [5, 5]),
      work(2026, '劳动节调休', [5, 9]),
      off(2026, '端午节', [6, 19], [6, 21]),
      work(2026, '国庆节调休', [9, 20]),
      off(2026, '中秋节', [9, 25], [9, 27]),
      off(2026, '国庆节', [10, 1], [10, 7]),
      work(2026, '国庆节调休', [10, 10]),
    ],
  },
]
