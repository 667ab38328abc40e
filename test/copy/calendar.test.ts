import {
  atTime,
  calendarDate,
  dayOfCalendar,
  daysFrom,
  onDay,
  pickerDay,
  pickerTime,
  shortDay,
} from '@/copy/calendar'
import { dayStart } from '@/domain/time'

// 00:30 on Saturday the 5th in Shanghai, still Friday in UTC.
const at = Date.parse('2026-12-04T16:30:00Z')

it('counts days and hours in Shanghai, whatever the phone says', () => {
  expect([pickerDay(at), pickerTime(at)]).toEqual(['2026-12-05', '00:30'])
})

it('keeps the time of day when another day is picked', () => {
  expect(new Date(onDay(at, '2026-12-31')).toISOString()).toBe('2026-12-30T16:30:00.000Z')
})

it('keeps the day when another time is picked', () => {
  expect(new Date(atTime(at, '23:05')).toISOString()).toBe('2026-12-05T15:05:00.000Z')
})

it.each(['', 'soon', '2026-13-45'])('stays as it was when %j was picked for a day', (picked) => {
  expect(onDay(at, picked)).toBe(at)
})

it('names the next days in short', () => {
  const now = Date.parse('2026-12-04T16:30:00Z')
  expect(daysFrom(now, at, 3).map((day) => shortDay(day, now))).toEqual(['今天', '明天', '周一 7日'])
})

it.each([
  ['late in the evening', '2026-12-31T23:59:00+08:00', [2026, 12, 31]],
  ['just after midnight', '2027-01-01T00:00:00+08:00', [2027, 1, 1]],
  ['on a leap day', '2028-02-29T12:00:00+08:00', [2028, 2, 29]],
  ['when New York puts its clocks forward', '2027-03-14T15:30:00+08:00', [2027, 3, 14]],
])('gives a calendar the day in Shanghai, and takes it back, %s', (_, when, day) => {
  const it = Date.parse(when)
  const date = calendarDate(it)
  expect([date.getFullYear(), date.getMonth() + 1, date.getDate()]).toEqual(day)
  expect(dayOfCalendar(date)).toBe(dayStart(it))
})
