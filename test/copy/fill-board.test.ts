import type { FillBoard } from '@/contract/get-fill-board'
import { axisMarks, curveWords, fillWords, lasting, openFor } from '@/copy/fill-board'
import type { SlotFill } from '@/domain/fill'
import { DAY, MINUTE } from '@/domain/time'
import { at } from '../domain/facts'

const NOON = at('2026-03-04 12:00')
const slot = (kind: 'seat' | 'post', fill: SlotFill): FillBoard['slots'][number] => ({
  ...{ id: 'aaaaaaaaaaaa', kind, title: '东门', capacity: 8, held: 6, skill: null, waitlist: 0, fill },
  ...{ opensAt: NOON, drawAt: null, drawnAt: null },
  wave: { reach: null, last: null },
})
const board = (curve: number[][], from = NOON): FillBoard => ({
  session: {
    ...{ id: 'aaaaaaaaaa', title: '护学岗', activityKind: 'traffic_duty', place: '' },
    ...{ startsAt: NOON, endsAt: NOON, cancelledAt: null },
  },
  ...{
    heardAt: from,
    from,
    slots: [slot('post', { is: 'filling', lack: 2 })],
    shares: [],
    otherPlaces: 0,
    groups: [],
  },
  curve: curve.map(([minute = 0, taken = 0]) => ({ minute, taken })),
})

it.each<[string, 'seat' | 'post', SlotFill, string, string]>([
  ['a post that fills', 'post', { is: 'filling', lack: 2 }, '还差 2', ''],
  ['a seat that fills', 'seat', { is: 'filling', lack: 2 }, '剩 2 个', ''],
  ['what is stuck', 'post', { is: 'stuck', lack: 2 }, '还差 2', 'hands'],
  ['what is full', 'seat', { is: 'full', after: 22 }, '22 分钟招满', 'go'],
  ['what is full by having fewer places', 'seat', { is: 'full', after: null }, '满了', 'go'],
  ['what opens later', 'seat', { is: 'closed', from: at('2026-03-06 10:00') }, '周五 10:00 开放', 'wait'],
  ['what was not full', 'post', { is: 'over', lack: 1 }, '差 1', ''],
  ['what was full', 'post', { is: 'over', lack: 0 }, '满了', ''],
])('says of %s: %s', (_, kind, fill, words, tone) => {
  expect(fillWords(slot(kind, fill), { now: NOON, elder: false })).toEqual({ words, tone })
})

it.each([
  [0, '0 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [24 * 60 - 1, '23 小时'],
  [24 * 60, '1 天'],
])('calls %i minutes %s', (minutes, words) => {
  expect(lasting(minutes)).toBe(words)
})

it.each([
  [60, ['15', '30', '45', '60 分']],
  [360, ['2', '4', '6 小时']],
  [1440, ['6', '12', '18', '24 小时']],
  [4320, ['1', '2', '3 天']],
  [10080, ['2', '4', '6 天']],
  [43200, ['8', '16', '24 天']],
])('marks an axis of %i minutes in round steps', (right, words) => {
  expect(axisMarks(right).map((mark) => mark.words)).toEqual(words)
})

it.each<[string, number[][], string]>([
  ['nothing yet', [], ''],
  ['the first minute', [[0, 0]], '8 个位置，开放 0 分钟，报上 0 个。'],
  [
    'a call that fills',
    [
      [0, 0],
      [3, 1],
      [18, 6],
    ],
    '8 个位置，第 3 分钟有人报，开放 18 分钟，报上 6 个。',
  ],
  [
    'one past the half hour',
    [
      [0, 0],
      [3, 5],
      [33, 6],
      [42, 6],
    ],
    '8 个位置，第 3 分钟有人报，半小时报上 5 个，开放 42 分钟，报上 6 个。',
  ],
])('reads the curve of %s aloud', (_, curve, words) => {
  expect(curveWords(board(curve))).toBe(words)
})

it('tells since when it is open, spoken in elder mode, and in days once it is days', () => {
  const after = (minutes: number, elder: boolean) =>
    openFor(board([]), { now: NOON + minutes * MINUTE, elder })
  expect(after(18, false)).toBe('12:00 开放，18 分钟了')
  expect(after(18, true)).toBe('中午 12\u00a0点开放，18 分钟了')
  expect(openFor(board([], NOON - 2 * DAY), { now: NOON, elder: false })).toBe('开放 2 天了')
})
