import {
  bySeries,
  canStillRank,
  longestSeries,
  MOST_HONOURED,
  ranksOf,
  weekNumber,
  type Served,
} from '@/domain/honours'
import { at } from './facts'

const weeks = (...days: string[]) => days.map((day) => weekNumber(at(day)))

describe('the longest unbroken series', () => {
  it.each<[string, number[], number]>([
    ['is none where nothing was served', [], 0],
    ['is one week after one service', weeks('2026-03-07 10:00'), 1],
    ['goes on in the week after', weeks('2026-03-02 00:00', '2026-03-09 00:00'), 2],
    [
      'goes on from a Monday to the Sunday of the week after',
      weeks('2026-03-02 00:00', '2026-03-15 23:59'),
      2,
    ],
    ['goes on from Sunday to Monday, a minute later', weeks('2026-03-08 23:59', '2026-03-09 00:00'), 2],
    ['is broken by one week without', weeks('2026-03-02 00:00', '2026-03-16 00:00'), 1],
    ['is the longest of several, not the last', [10, 11, 12, 14, 15], 3],
    ['is the longest of several, not the first', [10, 12, 13, 14, 20], 3],
    ['goes on over the end of a year', weeks('2026-12-27 10:00', '2026-12-31 10:00', '2027-01-04 10:00'), 3],
  ])('%s', (_, numbers, longest) => {
    expect(longestSeries(numbers)).toBe(longest)
  })

  it.each<[string, number[], number[], number]>([
    ['is paused by weeks of leave, which do not count', [10, 11, 14, 15], [12, 13], 4],
    ['is broken where only some of the weeks between were of leave', [10, 11, 14, 15], [12], 2],
    ['counts a week of leave in which there was a service all the same', [10, 11, 12], [11], 3],
    ['is not begun by leave', [10], [8, 9], 1],
  ])('%s', (_, numbers, paused, longest) => {
    expect(longestSeries(numbers, paused)).toBe(longest)
  })
})

it.each([
  ['2026-03-01 23:59:59.999', '2026-03-02 00:00', 1],
  ['2026-03-02 00:00', '2026-03-08 23:59:59.999', 0],
  ['2026-12-28 00:00', '2027-01-03 23:59:59.999', 0],
])('counts weeks from Monday in Shanghai: from %s to %s it is %i', (one, other, difference) => {
  expect(weekNumber(at(other)) - weekNumber(at(one))).toBe(difference)
})

describe('places on a list', () => {
  it.each<[number[], number[]]>([
    [[], []],
    [[9], [1]],
    [
      [9, 8, 7],
      [1, 2, 3],
    ],
    [
      [9, 9, 7, 7, 1],
      [1, 1, 3, 3, 5],
    ],
  ])('of %j are %j', (figures, ranks) => {
    expect(ranksOf(figures)).toEqual(ranks)
  })
})

const served = (id: string, numbers: number[], minutes = 60): Served => ({
  ...{ id, minutes, times: numbers.length, weeks: numbers, paused: [] },
})

it('puts the longer series first, then who served longer, then the smaller id', () => {
  const list = [
    served('d', [1, 2], 90),
    served('c', [1, 3, 5], 900),
    served('b', [4, 5], 60),
    served('a', [7, 8], 60),
  ]
  expect(bySeries(list).map(({ id, series }) => `${id}${series}`)).toEqual(['d2', 'a2', 'b2', 'c1'])
})

describe('whether somebody later on the list of weeks served can still be among the first', () => {
  const full = (series: number, minutes: number) =>
    Array.from({ length: MOST_HONOURED }, (_, index) => ({
      ...served(`m${String(index).padStart(2, '0')}`, [], minutes),
      series,
    }))
  it.each<[string, ReturnType<typeof full>, Served, boolean]>([
    ['yes, while there is room', full(9, 600).slice(1), served('z', [1]), true],
    ['yes, with more weeks than the last place has', full(2, 60), served('z', [1, 3, 5]), true],
    ['no, with fewer', full(2, 60), served('z', [1], 999), false],
    ['yes, with as many and more minutes', full(2, 60), served('z', [1, 2], 61), true],
    ['no, with as many and fewer minutes', full(2, 60), served('z', [1, 2], 59), false],
    ['no, with as many of both and a later id', full(2, 60), served('z', [1, 2], 60), false],
    ['yes, with as many of both and an earlier id', full(2, 60), served('a', [1, 2], 60), true],
  ])('%s', (_, ranked, last, can) => {
    expect(canStillRank(ranked, last)).toBe(can)
  })
})
