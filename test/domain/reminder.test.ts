import { isWorthTelling, nextOpening, remindsInTime } from '@/domain/reminder'
import { MINUTE } from '@/domain/time'
import {
  bookingFacts,
  NEWCOMERS_UNTIL,
  OPENS,
  party,
  PRIORITY_OPENS,
  STARTS,
  windowTerms,
  type FactsOverrides,
} from './facts'

const before = PRIORITY_OPENS - MINUTE
const regular = { hadPlaceInActivity: true }

describe('the next opening that concerns a party', () => {
  it.each<[string, FactsOverrides, ReturnType<typeof nextOpening>]>([
    [
      'the window, with exactly the points',
      { now: before, household: { canPay: 20 }, attendees: party(2) },
      { opening: 'window', at: PRIORITY_OPENS },
    ],
    [
      'the general one, with a point less',
      { now: before, household: { canPay: 19 }, attendees: party(2) },
      { opening: 'general', at: OPENS },
    ],
    [
      'the general one, for who is not confirmed and no newcomers’ part is kept',
      {
        now: before,
        household: { canPay: 10 },
        booker: { confirmed: false },
        terms: { ...windowTerms, newcomersUntil: null },
      },
      { opening: 'general', at: OPENS },
    ],
    [
      'the general one, once the window is open and cannot be paid',
      { now: PRIORITY_OPENS },
      { opening: 'general', at: OPENS },
    ],
    [
      'the end of the newcomers’ part, for who was here lately',
      { now: before, household: regular },
      { opening: 'newcomers_over', at: NEWCOMERS_UNTIL },
    ],
    [
      'the same during the newcomers’ part',
      { now: OPENS, household: regular },
      { opening: 'newcomers_over', at: NEWCOMERS_UNTIL },
    ],
    ['none, when it is open', { now: OPENS }, null],
    ['none, in the window for who can pay', { now: PRIORITY_OPENS, household: { canPay: 10 } }, null],
    [
      'none, when something else keeps it away',
      { now: before, terms: { ...windowTerms, ageBand: '3-6' } },
      null,
    ],
    [
      'none, when no place would be left then',
      { now: OPENS, household: regular, places: { held: 20 } },
      null,
    ],
  ])('is %s', (_, overrides, expected) => {
    expect(nextOpening(bookingFacts({ terms: windowTerms, ...overrides }))).toEqual(expected)
  })
})

describe('a reminder', () => {
  it('is promised until ten minutes before, and not in the last ten', () => {
    expect(remindsInTime(OPENS, OPENS - 10 * MINUTE - 1)).toBe(true)
    expect(remindsInTime(OPENS, OPENS - 10 * MINUTE)).toBe(false)
  })

  it.each([
    ['before the opening', OPENS - MINUTE, null, true],
    ['late, as long as ten minutes have not passed', OPENS + 10 * MINUTE - 1, null, true],
    ['not ten minutes after it', OPENS + 10 * MINUTE, null, false],
    ['not of a cancelled session', OPENS - MINUTE, OPENS - 2 * MINUTE, false],
    ['not of one that has begun', STARTS, null, false],
  ])('is told %s', (_, now, cancelledAt, worth) => {
    const opensAt = now === STARTS ? STARTS : OPENS
    expect(isWorthTelling(opensAt, { cancelledAt, startsAt: STARTS }, now)).toBe(worth)
  })
})
