import { FREE_CANCEL_HOURS, freeCancelUntil } from '@/domain/cancellation'
import { HOUR } from '@/domain/time'
import { STARTS } from './facts'

it('an activity gives places back for free until 12 h before the start unless it says otherwise', () => {
  expect(FREE_CANCEL_HOURS).toBe(12)
})

describe('a place can be given back for free', () => {
  const usual = STARTS - 12 * HOUR
  it.each<[string, number, number | null, number]>([
    ['until 12 h before the start', 12, null, usual],
    ['until the hours of its activity before the start', 24, null, STARTS - 24 * HOUR],
    ['until the start when its activity asks for no notice', 0, null, STARTS],
    ['until the usual time when told of it long before', 12, usual - 48 * HOUR, usual],
    ['until the usual time when told of it exactly 2 h before that', 12, usual - 2 * HOUR, usual],
    ['for 2 h when told a millisecond later', 12, usual - 2 * HOUR + 1, usual + 1],
    ['for 2 h when told at the usual time', 12, usual, usual + 2 * HOUR],
    ['until the start at the latest', 12, STARTS - HOUR, STARTS],
    ['for 2 h when its activity asks for more notice', 24, usual, usual + 2 * HOUR],
  ])('%s', (_, freeCancelHours, toldAt, until) => {
    expect(freeCancelUntil({ startsAt: STARTS, freeCancelHours }, toldAt)).toBe(until)
  })
})

describe('after the community moved a session', () => {
  const moved = STARTS - 24 * HOUR
  const session = { startsAt: STARTS, freeCancelHours: 12, movedAt: moved }
  it.each<[string, number | null, number | null, number]>([
    ['who booked before may give it back until the start', null, moved - 1, STARTS],
    ['so may who booked in that very millisecond', null, moved, STARTS],
    ['who booked a millisecond later keeps to the usual time', null, moved + 1, STARTS - 12 * HOUR],
    ['who books now keeps to the usual time', null, null, STARTS - 12 * HOUR],
    [
      'who was told of a place later has 2 h from then on',
      STARTS - 11 * HOUR,
      STARTS - 11 * HOUR,
      STARTS - 9 * HOUR,
    ],
  ])('%s', (_, toldAt, bookedAt, until) => {
    expect(freeCancelUntil(session, toldAt, bookedAt)).toBe(until)
  })

  it('one that never moved keeps to the usual time for all', () => {
    expect(freeCancelUntil({ ...session, movedAt: null }, null, 0)).toBe(STARTS - 12 * HOUR)
  })
})
