import { freePlaces, keptForWaiting } from '@/domain/slot'

const places = (held: number, waiting: number[] = []) => ({ held, heldByWindow: 0, waiting, waitlist: 0 })

describe('free places', () => {
  it.each([
    ['of an empty slot are all', 0, 5],
    ['are one before the slot is full', 4, 1],
    ['of a full slot are none', 5, 0],
    ['of a slot that shrank are none, not less', 7, 0],
  ])('%s', (_, held, free) => {
    expect(freePlaces(5, places(held))).toBe(free)
  })
})

describe('a free place is kept', () => {
  it.each([
    ['for nobody when nobody waits', 2, [], false],
    ['for a waiting party that takes exactly what is free', 2, [2], true],
    ['not for one that is larger by one', 2, [3], false],
    ['for a smaller party behind a larger one', 2, [3, 1], true],
    ['for nobody when nothing is free', 0, [1], false],
  ])('%s', (_, free, waiting, kept) => {
    expect(keptForWaiting(free, places(0, waiting))).toBe(kept)
  })
})
