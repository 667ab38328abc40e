import { ANNOUNCED } from '@/domain/announced-holidays'
import { checkHolidays, dayMark, unknownYears, type Holiday } from '@/domain/holiday'
import { DAY } from '@/domain/time'
import { at } from './facts'

const spring = { name: '春节', firstAt: at('2026-02-15 00:00'), lastAt: at('2026-02-23 00:00'), works: false }

describe('by the table of 2026', () => {
  const nameOf = (moment: string) => {
    const mark = dayMark(ANNOUNCED, at(moment))
    return typeof mark === 'string' ? mark : `${mark.name}${mark.works ? '上班' : '放假'}`
  }
  it.each([
    ['2026-01-01 00:00', '元旦放假'],
    ['2026-01-03 23:59', '元旦放假'],
    ['2026-01-04 09:00', '元旦调休上班'],
    ['2026-01-05 00:00', 'ordinary'],
    ['2026-02-14 10:00', '春节调休上班'],
    ['2026-02-15 00:00', '春节放假'],
    ['2026-02-23 23:59', '春节放假'],
    ['2026-02-24 00:00', 'ordinary'],
    ['2026-10-07 16:20', '国庆节放假'],
    ['2026-10-10 16:20', '国庆节调休上班'],
    ['2026-12-31 23:59', 'ordinary'],
    ['2027-01-01 00:00', 'unknown'],
    ['2025-12-31 23:59', 'unknown'],
  ])('%s is %s', (moment, mark) => {
    expect(nameOf(moment)).toBe(mark)
  })

  it('has 33 days off and 6 make-up workdays, and nothing wrong with it', () => {
    const [year] = ANNOUNCED
    const days = (works: boolean) =>
      (year?.holidays ?? [])
        .filter((it) => it.works === works)
        .reduce((sum, { firstAt, lastAt }) => sum + (lastAt - firstAt) / DAY + 1, 0)
    expect([days(false), days(true)]).toEqual([33, 6])
    expect(ANNOUNCED.flatMap(checkHolidays)).toEqual([])
  })
})

it('names the years nobody knows yet, each once', () => {
  const days = ['2026-12-26', '2027-01-02', '2027-01-09', '2028-01-01'].map((day) => at(`${day} 09:00`))
  expect(unknownYears(ANNOUNCED, days)).toEqual([2027, 2028])
})

describe('a table with a fault', () => {
  it.each<[string, Partial<Holiday>[], string]>([
    ['a day that begins in the morning', [{ firstAt: spring.firstAt + 1 }], 'holidays.0.firstAt not_a_day'],
    ['an end before the start', [{ lastAt: spring.firstAt - DAY }], 'holidays.0.lastAt ends_before_start'],
    ['days of the year before', [{ firstAt: at('2025-12-31 00:00') }], 'holidays.0.firstAt other_year'],
    ['days of the next year', [{ lastAt: at('2027-01-01 00:00') }], 'holidays.0.firstAt other_year'],
    [
      'a day in two rows',
      [{}, { firstAt: spring.lastAt, lastAt: spring.lastAt }],
      'holidays.1.firstAt days_overlap',
    ],
  ])('%s', (_, parts, fault) => {
    const faults = checkHolidays({ year: 2026, holidays: parts.map((part) => ({ ...spring, ...part })) })
    expect(faults.map((it) => `${it.path} ${it.fault}`)).toEqual([fault])
  })

  it('and none: two that touch', () => {
    const next = { ...spring, firstAt: spring.lastAt + DAY, lastAt: spring.lastAt + DAY }
    expect(checkHolidays({ year: 2026, holidays: [spring, next] })).toEqual([])
  })
})
