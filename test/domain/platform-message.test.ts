import { acceptChange, isWorthSending, type WaitingMessage } from '@/domain/platform-message'
import { at } from './facts'

const CREATED = at('2026-03-06 20:00')
const STARTS = at('2026-03-07 10:00')
const waiting = (part: Partial<WaitingMessage> = {}): WaitingMessage => ({
  ...{ template: 'reminder', createdAt: CREATED, startsAt: STARTS, calledOff: false, until: null },
  ...part,
})
const DAY_LATER = at('2026-03-07 20:00')

describe('a message is worth sending', () => {
  it.each<[string, Partial<WaitingMessage>, number, boolean]>([
    ['before the session starts', {}, STARTS - 1, true],
    ['not once it has', {}, STARTS, false],
    ['not of a session that was called off', { calledOff: true }, CREATED, false],
    ['of points, after the session', { template: 'points' }, STARTS, true],
    ['for a day', { template: 'points' }, DAY_LATER - 1, true],
    ['not after it', { template: 'points' }, DAY_LATER, false],
    ['of an offer that stands', { template: 'offer', until: CREATED + 10 }, CREATED + 9, true],
    ['not of one that has lapsed', { template: 'offer', until: CREATED + 10 }, CREATED + 10, false],
    ['not of an opening that has come', { template: 'opening', until: CREATED + 10 }, CREATED + 10, false],
    [
      'of a place, past the time to give it back for free',
      { template: 'vacancy', until: CREATED + 10 },
      CREATED + 10,
      true,
    ],
    ['without a session', { startsAt: null, template: 'change' }, STARTS, true],
  ])('%s', (_, part, now, expected) => {
    expect(isWorthSending(waiting(part), now)).toBe(expected)
  })
})

it('an answer allows one more, none, or changes nothing', () => {
  expect((['accept', 'reject', 'filter', 'ban'] as const).map(acceptChange)).toEqual([
    'one_more',
    'nothing',
    'nothing',
    'none',
  ])
})
