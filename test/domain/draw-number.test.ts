import { drawStep, numberAskedFrom, numberUntil, type WaitingDraw } from '@/domain/draw-number'
import { DAY, HOUR } from '@/domain/time'
import { at } from './facts'

const drawAt = at('2026-03-06 20:00')
const waiting: WaitingDraw = {
  ...{ drawAt, startsAt: drawAt + 9 * DAY, frozenAt: drawAt, wantsNumber: true, numberAskedAt: null },
}

it.each([
  ['a day', 9 * DAY, DAY],
  ['a day, when there are just two to the start', 2 * DAY, DAY],
  ['half of the time to the start, when there is less', DAY, 12 * HOUR],
  ['half of the last hour', HOUR, HOUR / 2],
])('a number is waited for %s, and asked for half-way', (_, toStart, waits) => {
  const times = { drawAt, startsAt: drawAt + toStart }
  expect(numberUntil(times)).toBe(drawAt + waits)
  expect(numberAskedFrom(times)).toBe(drawAt + waits / 2)
})

it.each<[string, Partial<WaitingDraw>, number, string]>([
  ['is frozen first', { frozenAt: null }, DAY, 'freeze'],
  ['is run at once without a number to wait for', { wantsNumber: false }, 0, 'draw'],
  ['waits for the number', {}, 12 * HOUR - 1, 'wait'],
  ['asks for it half-way', {}, 12 * HOUR, 'ask'],
  ['asks once', { numberAskedAt: drawAt + 12 * HOUR }, DAY - 1, 'wait'],
  ['is run without it in the end', { numberAskedAt: drawAt + 12 * HOUR }, DAY, 'draw'],
])('a draw %s', (_, part, later, step) => {
  expect(drawStep({ ...waiting, ...part }, drawAt + later)).toBe(step)
})
