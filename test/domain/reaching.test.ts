import { isToBeCalled, type WaitingNews } from '@/domain/reaching'
import { MINUTE } from '@/domain/time'
import { dayTime, offerExpiry } from '@/domain/waitlist'
import { at } from './facts'

const STARTS = at('2026-03-07 10:00')
const offered = (toldAt: number, startsAt = STARTS): WaitingNews => ({
  ...{ kind: 'waitlist_offer', toldAt, until: offerExpiry(toldAt, startsAt) },
})
const booked = (until: number): WaitingNews => ({ kind: 'booked_from_waitlist', toldAt: 0, until })

describe('a party that has not read its news is to be called', () => {
  it.each<[string, WaitingNews, number, boolean]>([
    ['about an offer at half of its time', offered(at('2026-03-06 20:00')), at('2026-03-06 20:15'), true],
    ['not before', offered(at('2026-03-06 20:00')), at('2026-03-06 20:15') - 1, false],
    ['not once it has lapsed', offered(at('2026-03-06 20:00')), at('2026-03-06 20:30'), false],
    [
      'not in the night an offer lasts through',
      offered(at('2026-03-06 23:00')),
      at('2026-03-07 06:59'),
      false,
    ],
    ['in the morning after it', offered(at('2026-03-06 23:00')), at('2026-03-07 07:15'), true],
    ['where the night divides its time', offered(at('2026-03-06 21:50')), at('2026-03-07 07:05'), true],
    ['and not before that', offered(at('2026-03-06 21:50')), at('2026-03-07 07:04'), false],
    ['at half of what the start leaves of it', offered(STARTS - 20 * MINUTE), STARTS - 10 * MINUTE, true],
    [
      'about a place six hours before it is no longer free',
      booked(at('2026-03-06 22:00')),
      at('2026-03-06 16:00'),
      true,
    ],
    ['not a moment before', booked(at('2026-03-06 22:00')), at('2026-03-06 16:00') - 1, false],
    ['about a place until the start', booked(at('2026-03-06 22:00')), STARTS - 1, true],
    ['not from the start on', booked(at('2026-03-06 22:00')), STARTS, false],
  ])('%s', (_, news, now, expected) => {
    expect(isToBeCalled(news, { startsAt: STARTS }, now)).toBe(expected)
  })
})

it.each([
  ['an hour by day', '2026-03-06 12:00', '2026-03-06 13:00', 60],
  ['nothing of a night', '2026-03-06 22:00', '2026-03-07 07:00', 0],
  ['what a night leaves', '2026-03-06 21:50', '2026-03-07 07:20', 30],
  ['fifteen hours of a day', '2026-03-06 00:00', '2026-03-07 00:00', 900],
])('the time outside the night counts %s', (_, from, until, minutes) => {
  expect(dayTime(at(until)) - dayTime(at(from))).toBe(minutes * MINUTE)
})
