import type { FillBoard } from '@/contract/get-fill-board'
import { shownCurve } from '@/stores/fill-board'

const slots = [{ capacity: 4 }, { capacity: 4 }] as FillBoard['slots']
const board = (...curve: [number, number][]) =>
  ({ slots, curve: curve.map(([minute, taken]) => ({ minute, taken })) }) as FillBoard

it('draws nothing while nobody could take a place', () => {
  expect(shownCurve(board(), null)).toBeNull()
})

it('draws the first hour up to now, under all the places there are', () => {
  expect(shownCurve(board([0, 0], [5, 2], [18, 2]), null)).toEqual({
    points: [
      { x: 0, y: 0 },
      { x: 5, y: 2 },
      { x: 18, y: 2 },
    ],
    right: 60,
    top: 8,
  })
})

it('draws all that has gone by, or its first hour to the edge', () => {
  const long = board([0, 0], [5, 2], [90, 3], [200, 3])
  expect(shownCurve(long, 'all')).toMatchObject({ right: 360, points: { length: 4 } })
  expect(shownCurve(long, 'hour')).toEqual({
    points: [
      { x: 0, y: 0 },
      { x: 5, y: 2 },
      { x: 60, y: 2 },
    ],
    right: 60,
    top: 8,
  })
})

it('stays under its edge when more are there than there are places', () => {
  expect(shownCurve(board([0, 9]), null)?.top).toBe(9)
})
