import { hasWindow, phaseAt, windowPlaces } from '@/domain/priority'
import { NEWCOMERS_UNTIL, NOW, OPENS, PRIORITY_OPENS, slotTerms, windowTerms } from './facts'

describe('places of the window', () => {
  it.each([
    [20, 70, 14],
    [100, 29, 29],
    [100, 57, 57],
    [100, 58, 58],
    [50, 14, 7],
    [10, 19, 1],
    [10, 20, 2],
    [3, 33, 0],
    [3, 34, 1],
    [1, 80, 0],
    [20, 0, 0],
    [20, 80, 16],
  ])('of %i at %i percent are %i', (capacity, share, places) => {
    expect(windowPlaces(capacity, share)).toBe(places)
  })

  it('agree with exact whole-number division for every capacity to 500 and every share', () => {
    const wrong: number[][] = []
    for (let capacity = 1; capacity <= 500; capacity++) {
      for (let share = 0; share <= 80; share++) {
        const exact = Number((BigInt(capacity) * BigInt(share)) / 100n)
        if (windowPlaces(capacity, share) !== exact) wrong.push([capacity, share])
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('the phase of a slot', () => {
  it.each([
    ['closed', 'a millisecond before the window', PRIORITY_OPENS - 1],
    ['window', 'when the window opens', PRIORITY_OPENS],
    ['window', 'a millisecond before general opening', OPENS - 1],
    ['newcomers', 'at general opening', OPENS],
    ['newcomers', 'a millisecond before the newcomers’ hours end', NEWCOMERS_UNTIL - 1],
    ['general', 'when the newcomers’ hours end', NEWCOMERS_UNTIL],
  ])('is %s %s', (phase, _, now) => {
    expect(phaseAt(slotTerms(windowTerms), now)).toBe(phase)
  })

  it.each([
    ['closed', 'a millisecond before its opening', OPENS - 1],
    ['general', 'at its opening', OPENS],
  ])('without a window and newcomers’ hours is %s %s', (phase, _, now) => {
    expect(phaseAt(slotTerms(), now)).toBe(phase)
  })
})

describe('a slot has a window', () => {
  it.each([
    ['with price, opening and share', {}, true],
    ['not without a price', { price: null }, false],
    ['not without an opening', { priorityOpensAt: null }, false],
    ['not with a share of nothing', { share: 0 }, false],
    ['with a share of exactly one place', { capacity: 10, share: 10 }, true],
    ['not with a share of less than one place', { capacity: 10, share: 9 }, false],
  ])('%s', (_, change, expected) => {
    expect(hasWindow(slotTerms({ ...windowTerms, ...change }))).toBe(expected)
  })

  it('and stays closed in it when the share is nothing', () => {
    expect(phaseAt(slotTerms({ ...windowTerms, share: 0, opensAt: NOW + 1 }), NOW)).toBe('closed')
  })
})
