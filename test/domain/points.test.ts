import {
  dutyPoints,
  type Lot,
  POINTS_LAST,
  returnedExpiry,
  sharePoints,
  spend,
  spendable,
} from '@/domain/points'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { NOW } from './facts'

describe('the points of a party', () => {
  it.each([
    [40, 1, [40]],
    [40, 2, [20, 20]],
    [10, 3, [4, 3, 3]],
    [20, 12, [2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1]],
    [0, 2, [0, 0]],
  ])('%i over %i places are %j', (points, places, each) => {
    expect(sharePoints(points, places)).toEqual(each)
  })
})

describe('points for a duty', () => {
  it.each([
    ['ten for an hour', 60, 10],
    ['nine a minute short of an hour', 59, 9],
    ['whole points only', 65, 10],
    ['an eleventh after six more minutes', 66, 11],
    ['29 a minute short of three hours', 179, 29],
    ['30 for three hours', 180, 30],
    ['no more than 30 for a day', 24 * 60, 30],
    ['at least one', 5, 1],
  ])('are %s', (_, minutes, points) => {
    expect(dutyPoints({ startsAt: NOW, endsAt: NOW + minutes * MINUTE })).toBe(points)
  })
})

it('points count for twelve months', () => {
  expect(POINTS_LAST).toBe(365 * 24 * HOUR)
})

const lot = (seq: number, left: number, expiresAt = NOW + DAY): Lot => ({ seq, left, expiresAt })
const takes = (lots: Lot[], amount: number) =>
  spend(lots, amount, NOW)?.map((part) => [part.lotSeq, part.amount]) ?? null

describe('what a household can pay', () => {
  it.each([
    ['is nothing without lots', [], 0],
    ['adds up what is left', [lot(1, 3), lot(2, 4)], 7],
    ['counts a lot in its last millisecond', [lot(1, 3, NOW + 1)], 3],
    ['does not count a lot as it expires', [lot(1, 3, NOW), lot(2, 4)], 4],
  ])('%s', (_, lots, expected) => {
    expect(spendable(lots, NOW)).toBe(expected)
  })
})

describe('a debit', () => {
  it.each<[string, Lot[], number, number[][] | null]>([
    ['takes the lot that expires first', [lot(1, 5, NOW + 9 * DAY), lot(2, 5)], 5, [[2, 5]]],
    [
      'goes on to the next when one is not enough',
      [lot(1, 5, NOW + 9 * DAY), lot(2, 5)],
      6,
      [
        [2, 5],
        [1, 1],
      ],
    ],
    ['takes the earlier of two that expire together', [lot(2, 5), lot(1, 5)], 5, [[1, 5]]],
    [
      'may take everything',
      [lot(1, 5), lot(2, 5)],
      10,
      [
        [1, 5],
        [2, 5],
      ],
    ],
    ['takes nothing when one point is missing', [lot(1, 5), lot(2, 5)], 11, null],
    ['passes over empty lots', [lot(1, 0), lot(2, 5)], 5, [[2, 5]]],
    ['may use a lot in its last millisecond', [lot(1, 5, NOW + 1)], 5, [[1, 5]]],
    ['passes over a lot as it expires', [lot(1, 5, NOW), lot(2, 5)], 5, [[2, 5]]],
    ['cannot be paid with expired points', [lot(1, 5, NOW)], 1, null],
    ['of nothing takes nothing', [lot(1, 5)], 0, []],
    ['of nothing needs no lots', [], 0, []],
  ])('%s', (_, lots, amount, expected) => {
    expect(takes(lots, amount)).toEqual(expected)
  })

  it('remembers the expiry of each part, so that it can be returned', () => {
    expect(spend([lot(1, 5)], 3, NOW)).toEqual([{ lotSeq: 1, amount: 3, expiresAt: NOW + DAY }])
  })

  it('leaves the lots it was given as they were', () => {
    const lots = [lot(2, 5, NOW + 2 * DAY), lot(1, 5)]
    const before = structuredClone(lots)
    spend(lots, 7, NOW)
    expect(lots).toEqual(before)
  })

  it('can be paid exactly when the household can pay it', () => {
    const lots = [lot(1, 2, NOW), lot(2, 3, NOW + 1), lot(3, 0), lot(4, 4)]
    for (let amount = 0; amount <= 10; amount++) {
      expect([amount, spend(lots, amount, NOW) !== null]).toEqual([amount, amount <= spendable(lots, NOW)])
    }
  })
})

describe('returned points', () => {
  it.each([
    ['keep an expiry more than seven days off', NOW + 7 * DAY + 1, NOW + 7 * DAY + 1],
    ['keep an expiry exactly seven days off', NOW + 7 * DAY, NOW + 7 * DAY],
    ['last seven days when they would expire sooner', NOW + 7 * DAY - 1, NOW + 7 * DAY],
    ['last seven days when they have expired', NOW - DAY, NOW + 7 * DAY],
  ])('%s', (_, expiresAt, expected) => {
    expect(returnedExpiry(expiresAt, NOW)).toBe(expected)
  })
})
