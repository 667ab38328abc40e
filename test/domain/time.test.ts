import { spanOf } from '@/domain/period'
import {
  DAY,
  dayStart,
  HOUR,
  hourOfDay,
  MINUTE,
  monthStart,
  WEEK,
  weekStart,
  yearOf,
  yearStart,
} from '@/domain/time'
import { at } from './facts'

it('measures in milliseconds', () => {
  expect([MINUTE, HOUR, DAY, WEEK]).toEqual([60_000, 3_600_000, 86_400_000, 604_800_000])
})

describe('the day in Shanghai', () => {
  it.each([
    ['begins at midnight', '2026-03-07 00:00', '2026-03-07 00:00'],
    ['lasts to its last millisecond', '2026-03-07 23:59:59.999', '2026-03-07 00:00'],
    ['is a new one at midnight', '2026-03-08 00:00', '2026-03-08 00:00'],
    ['does not change at midnight UTC', '2026-03-07 08:00', '2026-03-07 00:00'],
    ['does not change just before midnight UTC', '2026-03-07 07:59:59.999', '2026-03-07 00:00'],
    ['has a leap day', '2028-02-29 12:00', '2028-02-29 00:00'],
    ['changes with the year', '2027-01-01 00:00', '2027-01-01 00:00'],
  ])('%s', (_, moment, start) => {
    expect(dayStart(at(moment))).toBe(at(start))
  })
})

describe('the week in Shanghai', () => {
  it.each([
    ['begins on Monday at midnight', '2026-03-02 00:00', '2026-03-02 00:00'],
    ['holds the last millisecond of Sunday', '2026-03-08 23:59:59.999', '2026-03-02 00:00'],
    ['is a new one on the next Monday', '2026-03-09 00:00', '2026-03-09 00:00'],
    ['goes on through the last day of the year', '2026-12-31 23:59:59.999', '2026-12-28 00:00'],
    ['goes on through the first day of the year', '2027-01-01 00:00', '2026-12-28 00:00'],
    ['ends with the first Sunday of the year', '2027-01-03 23:59:59.999', '2026-12-28 00:00'],
    ['begins anew with the first Monday of the year', '2027-01-04 00:00', '2027-01-04 00:00'],
    ['may begin on new year’s day', '2029-01-01 00:00', '2029-01-01 00:00'],
    ['may end on the last day of the year', '2028-12-31 23:59:59.999', '2028-12-25 00:00'],
    ['is Monday’s in Shanghai while it is Sunday in UTC', '2026-03-09 07:59', '2026-03-09 00:00'],
  ])('%s', (_, moment, start) => {
    expect(weekStart(at(moment))).toBe(at(start))
  })
})

describe('the hour in Shanghai', () => {
  it.each([
    ['2026-03-07 00:00', 0],
    ['2026-03-07 00:59:59.999', 0],
    ['2026-03-07 06:59:59.999', 6],
    ['2026-03-07 07:00', 7],
    ['2026-03-07 21:59:59.999', 21],
    ['2026-03-07 22:00', 22],
    ['2026-03-07 23:59:59.999', 23],
  ])('of %s is %i', (moment, hour) => {
    expect(hourOfDay(at(moment))).toBe(hour)
  })
})

describe('the year in Shanghai', () => {
  it.each([
    ['2026-01-01 00:00', 2026],
    ['2025-12-31 23:59:59.999', 2025],
    ['2028-02-29 12:00', 2028],
    ['2000-03-01 00:00', 2000],
    ['2100-12-31 12:00', 2100],
  ])('of %s is %i', (moment, year) => {
    expect(yearOf(at(moment))).toBe(year)
    expect(yearStart(at(moment))).toBe(at(`${year}-01-01 00:00`))
  })
})

it('knows when each month of two centuries begins', () => {
  for (let year = 1990; year <= 2110; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      expect(monthStart(year, month)).toBe(at(`${year}-${String(month).padStart(2, '0')}-01 00:00`))
    }
    expect(monthStart(year, 13)).toBe(at(`${year + 1}-01-01 00:00`))
  }
})

it.each([
  [{ year: 2026, month: null }, '2026-01-01 00:00', '2027-01-01 00:00'],
  [{ year: 2028, month: 2 }, '2028-02-01 00:00', '2028-03-01 00:00'],
  [{ year: 2026, month: 12 }, '2026-12-01 00:00', '2027-01-01 00:00'],
])('a period %j lasts from %s until %s', (period, from, until) => {
  expect(spanOf(period)).toEqual({ from: at(from), until: at(until) })
})
