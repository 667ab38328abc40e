import { HOUR, hourOfDay, MINUTE } from '@/domain/time'
import { explainPosition, offerExpiry, wayOfGiving } from '@/domain/waitlist'
import { at, slotTerms, STARTS } from './facts'

describe('a freed place', () => {
  it.each([
    ['is booked at once long before the start', STARTS - 48 * HOUR, 'booked'],
    ['is booked at once exactly 12 h before', STARTS - 12 * HOUR, 'booked'],
    ['is offered a millisecond later', STARTS - 12 * HOUR + 1, 'offered'],
    ['is offered in the last minute', STARTS - MINUTE, 'offered'],
  ])('%s', (_, now, way) => {
    expect(wayOfGiving(now, STARTS)).toBe(way)
  })
})

describe('the position of who waits', () => {
  const windowed = slotTerms({ price: 10, share: 70, priorityOpensAt: 1, capacity: 20 })
  it.each([
    ['is told with and without points', { ahead: 6, payingAhead: 1 }, windowed, 7, 2],
    ['is the first of both', { ahead: 0, payingAhead: 0 }, windowed, 1, 1],
    [
      'knows no points where nobody can pay',
      { ahead: 6, payingAhead: 1 },
      slotTerms({ price: null }),
      7,
      null,
    ],
    [
      'knows no points where the share is no place',
      { ahead: 1, payingAhead: 1 },
      { ...windowed, share: 4 },
      2,
      null,
    ],
  ])('%s', (_, line, terms, position, withPoints) => {
    expect(explainPosition(line, terms)).toEqual({ position, withPoints })
  })
})

describe('an offer lasts 30 minutes of the day', () => {
  const later = at('2026-03-09 12:00')
  it.each([
    ['by day', '2026-03-07 12:00', '2026-03-07 12:30'],
    ['ending as the night begins', '2026-03-07 21:30', '2026-03-07 22:00'],
    ['with a millisecond over the night', '2026-03-07 21:30:00.001', '2026-03-08 07:00:00.001'],
    ['split by the night', '2026-03-07 21:50', '2026-03-08 07:20'],
    ['but for the last millisecond of the day', '2026-03-07 21:59:59.999', '2026-03-08 07:29:59.999'],
    ['from the morning on when made at 22:00', '2026-03-07 22:00', '2026-03-08 07:30'],
    ['from the morning on when made before midnight', '2026-03-07 23:59:59.999', '2026-03-08 07:30'],
    ['from the same morning on when made at midnight', '2026-03-08 00:00', '2026-03-08 07:30'],
    ['from the same morning on when made after midnight', '2026-03-08 03:15', '2026-03-08 07:30'],
    [
      'from the morning on in the last millisecond of the night',
      '2026-03-08 06:59:59.999',
      '2026-03-08 07:30',
    ],
    ['from 07:00', '2026-03-08 07:00', '2026-03-08 07:30'],
    ['across the end of a month', '2026-02-28 22:10', '2026-03-01 07:30'],
  ])('%s: %s until %s', (_, now, expiry) => {
    expect(offerExpiry(at(now), later + 60 * 24 * HOUR)).toBe(at(expiry))
  })

  it('whatever the minute it is made in', () => {
    const isDay = (minute: number) => hourOfDay(minute) >= 7 && hourOfDay(minute) < 22
    for (let now = at('2026-03-07 00:00'); now < at('2026-03-08 00:00'); now += MINUTE) {
      const expiry = offerExpiry(now, later)
      let counted = 0
      for (let minute = now; minute < expiry; minute += MINUTE) if (isDay(minute)) counted += 1
      expect([now, counted]).toEqual([now, 30])
    }
  })
})

describe('an offer ends with the start at the latest', () => {
  it.each([
    ['when the start comes within the half hour', '2026-03-07 09:50', '2026-03-07 10:00', '2026-03-07 10:00'],
    ['when the half hour ends at the start', '2026-03-07 09:30', '2026-03-07 10:00', '2026-03-07 10:00'],
    ['not before the half hour is over', '2026-03-07 09:30', '2026-03-07 10:00:00.001', '2026-03-07 10:00'],
    ['when the start is in the night', '2026-03-07 21:50', '2026-03-07 22:05', '2026-03-07 22:05'],
    [
      'when the start is before the morning ends it',
      '2026-03-07 23:00',
      '2026-03-08 06:30',
      '2026-03-08 06:30',
    ],
    ['when the start is just after the night', '2026-03-07 21:50', '2026-03-08 07:10', '2026-03-08 07:10'],
  ])('%s', (_, now, startsAt, expiry) => {
    expect(offerExpiry(at(now), at(startsAt))).toBe(at(expiry))
  })
})
