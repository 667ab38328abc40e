import { atTime, daysFrom, onDay, pickerDay, pickerTime, shortDay } from '@/copy/calendar'

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
