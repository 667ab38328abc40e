import {
  type Absence,
  CHECK_IN_OPENS_BEFORE,
  deviationFrom,
  mayCheckOut,
  notedAt,
  oneAtATimeUntil,
  servedEnough,
  servedMinutes,
} from '@/domain/attendance'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { NOW } from './facts'

describe('one booking at a time', () => {
  const noShow = (at: number): Absence => ({ at, halves: 2 })
  const half = (at: number): Absence => ({ at, halves: 1 })
  const last = NOW - 10 * DAY
  const until = last + 30 * DAY

  it.each<[string, Absence[], number | null]>([
    ['is not asked of who always came', [], null],
    ['is not asked after one no-show', [noShow(last)], null],
    ['is asked for 30 days from the second', [noShow(last - DAY), noShow(last)], until],
    ['is asked after two on one day', [noShow(last), noShow(last)], until],
    [
      'is asked when they are a millisecond less than 90 days apart',
      [noShow(last - 90 * DAY + 1), noShow(last)],
      until,
    ],
    ['is not asked when they are 90 days apart', [noShow(last - 90 * DAY), noShow(last)], null],
    ['is asked after one and two halves', [noShow(last - 2 * DAY), half(last - DAY), half(last)], until],
    ['is not asked after one and a half', [noShow(last - DAY), half(last)], null],
    ['is asked after four halves', [half(last - 3), half(last - 2), half(last - 1), half(last)], until],
    ['is not asked after three halves', [half(last - 2), half(last - 1), half(last)], null],
    [
      'counts from the last, in whatever order they come',
      [noShow(last), noShow(last - DAY), noShow(last - 8 * DAY), noShow(last - 9 * DAY)],
      until,
    ],
    ['starts anew with a third', [noShow(last - 9 * DAY), noShow(last - 8 * DAY), noShow(last)], until],
    [
      'is not prolonged by a no-show that stands alone',
      [noShow(NOW - 120 * DAY), noShow(NOW - 119 * DAY), noShow(last)],
      null,
    ],
  ])('%s', (_, absences, expected) => {
    expect(oneAtATimeUntil(absences, NOW)).toBe(expected)
  })

  it.each([
    ['is still asked a millisecond before the 30 days end', until - 1, until],
    ['is no longer asked when they end', until, null],
  ])('%s', (_, now, expected) => {
    expect(oneAtATimeUntil([noShow(last - DAY), noShow(last)], now)).toBe(expected)
  })

  it('leaves the absences in the order they came', () => {
    const absences = [noShow(last), noShow(last - DAY)]
    oneAtATimeUntil(absences, NOW)
    expect(absences).toEqual([noShow(last), noShow(last - DAY)])
  })
})

it('check-in opens an hour before the start', () => {
  expect(CHECK_IN_OPENS_BEFORE).toBe(60 * MINUTE)
})

const plan = { startsAt: NOW, endsAt: NOW + HOUR }

describe('the minutes served', () => {
  it.each([
    ['are none without a check-in', null, NOW + HOUR, 0],
    ['are the whole plan from start to end', NOW, NOW + HOUR, 60],
    ['do not count an early arrival', NOW - 30 * MINUTE, NOW + HOUR, 60],
    ['do not count a late leave', NOW, NOW + 2 * HOUR, 60],
    ['end with the plan when nobody checked out', NOW + 20 * MINUTE, null, 40],
    ['count a late arrival and an early leave', NOW + 10 * MINUTE, NOW + 40 * MINUTE, 30],
    ['are whole minutes, rounded down', NOW + 1, NOW + HOUR, 59],
    ['are none for who came as it ended', NOW + HOUR, null, 0],
    ['are none for who came after the end', NOW + 2 * HOUR, null, 0],
    ['are none for who left before the start', NOW - HOUR, NOW - MINUTE, 0],
    ['are none when the check-out comes before the check-in', NOW + 40 * MINUTE, NOW + 10 * MINUTE, 0],
  ])('%s', (_, checkedInAt, checkedOutAt, minutes) => {
    expect(servedMinutes(plan, { checkedInAt, checkedOutAt })).toBe(minutes)
  })
})

describe('enough is served', () => {
  it.each([
    ['with exactly 60 percent of an hour', 60, 36, true],
    ['not with a minute less', 60, 35, false],
    ['with 54 of 90 minutes', 90, 54, true],
    ['not with 53 of 90 minutes', 90, 53, false],
    ['not with 60 percent rounded down', 31, 18, false],
    ['with 60 percent rounded up', 31, 19, true],
    ['not with nothing', 60, 0, false],
    ['with everything', 60, 60, true],
  ])('%s', (_, planned, minutes, enough) => {
    expect(servedEnough({ startsAt: NOW, endsAt: NOW + planned * MINUTE }, minutes)).toBe(enough)
  })
})

describe('what differs from the plan', () => {
  const end = NOW + HOUR
  const none = { lateMinutes: 0, earlyMinutes: 0, forgotten: false }
  it.each([
    ['is nothing for who was there on time and stayed', NOW, end, 'code', none],
    ['is nothing for who never came', null, null, null, none],
    ['is nothing for who has not left yet', NOW, null, null, none],
    ['is nothing below five minutes late', NOW + 5 * MINUTE - 1, null, null, none],
    ['is five minutes late from then on', NOW + 5 * MINUTE, null, null, { ...none, lateMinutes: 5 }],
    ['is whole minutes', NOW + 13 * MINUTE - 1, null, null, { ...none, lateMinutes: 12 }],
    ['is never later than the end', end + HOUR, null, null, { ...none, lateMinutes: 60 }],
    ['is nothing below five minutes early', NOW, end - 5 * MINUTE + 1, 'code', none],
    ['is five minutes early from then on', NOW, end - 5 * MINUTE, 'manual', { ...none, earlyMinutes: 5 }],
    ['is nothing for who left after the end', NOW, end + MINUTE, 'code', none],
    [
      'is a forgotten check-out, and then no early leave',
      NOW,
      end,
      'planned_end',
      { ...none, forgotten: true },
    ],
  ] as const)('%s', (_, checkedInAt, checkedOutAt, checkOutMethod, expected) => {
    expect(deviationFrom(plan, { checkedInAt, checkedOutAt, checkOutMethod })).toEqual(expected)
  })
})

describe('checking out', () => {
  const plan = { endsAt: NOW }
  const there = { checkedInAt: NOW - HOUR, checkedOutAt: null, outcome: null }
  it.each([
    ['is for who is there', there, NOW, true],
    ['is possible until an hour after the end', there, NOW + HOUR - 1, true],
    ['is not from then on', there, NOW + HOUR, false],
    ['is not for who never came', { ...there, checkedInAt: null }, NOW, false],
    ['is not done twice', { ...there, checkedOutAt: NOW - 1 }, NOW, false],
    ['is not once it is decided', { ...there, outcome: 'present' as const }, NOW, false],
  ])('%s', (_, presence, now, may) => {
    expect(mayCheckOut(plan, presence, now)).toBe(may)
  })
})

describe('the time of what was noted on the spot', () => {
  it.each([
    ['is what the phone says, however late it is sent', NOW + 10 * MINUTE, NOW + 5 * HOUR, NOW + 10 * MINUTE],
    ['is not before check-in opens', NOW - 2 * HOUR, NOW, NOW - HOUR],
    ['may be as early as check-in opens', NOW - HOUR, NOW, NOW - HOUR],
    [
      'is not after now, of a phone whose clock is ahead',
      NOW + 20 * MINUTE,
      NOW + 10 * MINUTE,
      NOW + 10 * MINUTE,
    ],
    ['is not after the end', NOW + 2 * HOUR, NOW + 3 * HOUR, NOW + HOUR],
  ])('%s', (_, at, now, expected) => {
    expect(notedAt(plan, at, now)).toBe(expected)
  })
})
