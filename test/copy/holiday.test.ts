import { holidayDays, holidayMark, newHoliday } from '@/copy/holiday'
import { ANNOUNCED } from '@/domain/announced-holidays'
import { DAY, dayOf } from '@/domain/time'

it('tells the days of 2026 as the notice does', () => {
  expect(ANNOUNCED[0]?.holidays.map((it) => `${holidayMark(it)} ${holidayDays(it)}`)).toEqual([
    '元旦 1月1日–3日',
    '元旦调休上班 1月4日 周日',
    '春节调休上班 2月14日 周六',
    '春节 2月15日–23日',
    '春节调休上班 2月28日 周六',
    '清明节 4月4日–6日',
    '劳动节 5月1日–5日',
    '劳动节调休上班 5月9日 周六',
    '端午节 6月19日–21日',
    '国庆节调休上班 9月20日 周日',
    '中秋节 9月25日–27日',
    '国庆节 10月1日–7日',
    '国庆节调休上班 10月10日 周六',
  ])
})

it('tells days that reach into the next month by both', () => {
  const row = { name: '春节', firstAt: dayOf(2027, 1, 31), lastAt: dayOf(2027, 2, 6), works: false }
  expect(holidayDays(row)).toBe('1月31日–2月6日')
})

it('begins a new row on the day after the last, or on new year’s day', () => {
  expect(newHoliday(2027, null).firstAt).toBe(dayOf(2027, 1, 1))
  expect(newHoliday(2027, dayOf(2027, 1, 3) + DAY)).toMatchObject({ firstAt: dayOf(2027, 1, 4), name: '' })
})
