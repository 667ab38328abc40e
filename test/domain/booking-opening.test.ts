import { checkBooking } from '@/domain/booking'
import type { Refusal } from '@/domain/refusal'
import { DAY } from '@/domain/time'
import {
  bookingFacts,
  type FactsOverrides,
  NEWCOMERS_UNTIL,
  NOW,
  OPENS,
  party,
  PRIORITY_OPENS,
  windowTerms,
} from './facts'

const verdict = (overrides: FactsOverrides) => checkBooking(bookingFacts(overrides))
const refusal = (overrides: FactsOverrides) => {
  const answer = verdict(overrides)
  return answer.ok ? null : answer.refusal
}
/** In the window, by a household that can pay for one place. */
const early = (overrides: FactsOverrides = {}): FactsOverrides => ({
  now: PRIORITY_OPENS,
  ...overrides,
  terms: { ...windowTerms, ...overrides.terms },
  household: { canPay: 10, ...overrides.household },
})
const paid = (cost: number) => ({ ok: true, window: true, cost })
const free = { ok: true, window: false, cost: 0 }

describe('a slot without a window', () => {
  it('is closed to everybody a millisecond before its opening', () => {
    expect(refusal({ now: OPENS - 1, household: { canPay: 99 } })).toEqual({
      reason: 'not_open_yet',
      opensAt: OPENS,
      priorityOpensAt: null,
      price: null,
      have: 99,
      need: 0,
      needsConfirmation: false,
      pointsUsableFrom: null,
    })
  })

  it('opens to everybody at its opening', () => {
    expect(verdict({ now: OPENS, booker: { confirmed: false } })).toEqual(free)
  })
})

describe('the three openings', () => {
  it.each([
    ['stays closed a millisecond before the window', PRIORITY_OPENS - 1, 'not_open_yet'],
    ['opens early to a household that has exactly the points', PRIORITY_OPENS, paid(10)],
    ['still asks for points a millisecond before general opening', OPENS - 1, paid(10)],
    ['is free of points to newcomers at general opening', OPENS, free],
    ['is free of points when the newcomers’ hours end', NEWCOMERS_UNTIL, free],
  ])('%s', (_, now, expected) => {
    const answer = verdict(early({ now }))
    expect(answer.ok ? answer : answer.refusal.reason).toEqual(expected)
  })

  it.each([
    ['a millisecond before general opening', OPENS - 1, 'not_open_yet'],
    ['at general opening', OPENS, 'newcomers_first'],
    ['in the last millisecond of the newcomers’ hours', NEWCOMERS_UNTIL - 1, 'newcomers_first'],
    ['when the newcomers’ hours end', NEWCOMERS_UNTIL, undefined],
  ])('tells a household that was here lately and has no points, %s', (_, now, reason) => {
    const household = { canPay: 0, hadPlaceInActivity: true }
    expect(refusal({ now, terms: windowTerms, household })?.reason).toBe(reason)
  })
})

describe('who may book early', () => {
  const notOpen = (change: Partial<Extract<Refusal, { reason: 'not_open_yet' }>>) => ({
    reason: 'not_open_yet',
    opensAt: OPENS,
    priorityOpensAt: PRIORITY_OPENS,
    price: 10,
    have: 10,
    need: 10,
    needsConfirmation: false,
    pointsUsableFrom: null,
    ...change,
  })
  const joined = { pointsUsableFrom: PRIORITY_OPENS + 1 }
  const usableLater = notOpen({ pointsUsableFrom: PRIORITY_OPENS + 1 })

  it.each<[string, FactsOverrides, Refusal | object]>([
    ['who has exactly the points', early(), paid(10)],
    ['not who lacks one point', early({ household: { canPay: 9 } }), notOpen({ have: 9 })],
    [
      'a party that has the points for all',
      early({ household: { canPay: 20 }, attendees: party(2) }),
      paid(20),
    ],
    [
      'not a party that lacks one point for all',
      early({ household: { canPay: 19 }, attendees: party(2) }),
      notOpen({ have: 19, need: 20 }),
    ],
    ['not who is unconfirmed', early({ booker: { confirmed: false } }), notOpen({ needsConfirmation: true })],
    ['who may use the points from now', early({ booker: { pointsUsableFrom: PRIORITY_OPENS } }), paid(10)],
    [
      'not who lacks a point, without a word on points that may be used from now',
      early({ household: { canPay: 9 }, booker: { pointsUsableFrom: PRIORITY_OPENS } }),
      notOpen({ have: 9 }),
    ],
    ['not who may use them a millisecond later', early({ booker: joined }), usableLater],
    ['not for a child who joined the household lately', early({ attendees: [joined] }), usableLater],
  ])('%s', (_, overrides, expected) => {
    const answer = verdict(overrides)
    expect(answer.ok ? answer : answer.refusal).toEqual(expected)
  })

  it('waits for the last of a party to be allowed the points', () => {
    const attendees = [
      { id: 'le', pointsUsableFrom: NOW + DAY },
      { id: 'dou', pointsUsableFrom: NOW + 2 * DAY },
    ]
    expect(refusal(early({ household: { canPay: 20 }, attendees }))).toMatchObject({
      pointsUsableFrom: NOW + 2 * DAY,
    })
  })
})

describe('the window’s places', () => {
  const full = { reason: 'priority_places_full', opensAt: OPENS }
  it.each([
    ['give the fourteenth of 14', { held: 13, heldByWindow: 13 }, 1, null],
    ['do not give a fifteenth', { held: 14, heldByWindow: 14, waitlist: 3 }, 1, { ...full, waitlist: 3 }],
    ['do not give two when one is left', { held: 13, heldByWindow: 13 }, 2, { ...full, waitlist: 0 }],
    ['give two when two are left', { held: 12, heldByWindow: 12 }, 2, null],
    ['count only places paid with points', { held: 15, heldByWindow: 5 }, 1, null],
    ['never exceed the capacity', { held: 20, heldByWindow: 5 }, 1, { ...full, waitlist: 0 }],
    ['give the last of the capacity', { held: 19, heldByWindow: 5 }, 1, null],
    [
      'are kept for a party that waits',
      { held: 13, heldByWindow: 13, waiting: [1] },
      1,
      { ...full, waitlist: 0 },
    ],
  ])('%s', (_, places, size, expected) => {
    expect(refusal(early({ places, household: { canPay: 20 }, attendees: party(size) }))).toEqual(expected)
  })

  it.each([
    [28, true],
    [29, false],
  ])('of 29 percent of 100 with %i taken leave room: %s', (heldByWindow, room) => {
    const terms = { capacity: 100, share: 29 }
    expect(verdict(early({ terms, places: { held: heldByWindow, heldByWindow } })).ok).toBe(room)
  })

  it('do not exist when the share of the capacity is less than one place', () => {
    expect(refusal(early({ terms: { capacity: 1, share: 80 } }))).toMatchObject({
      reason: 'not_open_yet',
      priorityOpensAt: null,
      price: null,
    })
  })
})

describe('the newcomers’ hours', () => {
  const first = { reason: 'newcomers_first', until: NEWCOMERS_UNTIL }
  it.each([
    ['take a confirmed newcomer', true, false, null],
    ['tell an unconfirmed newcomer to be confirmed', false, false, { ...first, needsConfirmation: true }],
    ['tell who was here lately to wait', true, true, { ...first, needsConfirmation: false }],
    ['do not promise an unconfirmed old hand anything', false, true, { ...first, needsConfirmation: false }],
  ])('%s', (_, confirmed, hadPlaceInActivity, expected) => {
    const overrides = {
      now: OPENS,
      terms: windowTerms,
      booker: { confirmed },
      household: { hadPlaceInActivity },
    }
    expect(refusal(overrides)).toEqual(expected)
  })

  it('give every place that is left, the window’s included', () => {
    const overrides = { now: OPENS, terms: windowTerms }
    expect(verdict({ ...overrides, places: { held: 19, heldByWindow: 14 } })).toEqual(free)
    expect(refusal({ ...overrides, places: { held: 20, heldByWindow: 14 } })?.reason).toBe('slot_full')
  })
})

describe('a slot given by draw', () => {
  const draw = { allocation: 'draw', drawAt: NOW + DAY } as const
  it.each([
    ['takes no booking before the draw', NOW, null, { reason: 'draw_only', drawAt: NOW + DAY }],
    ['takes none when the draw is late', NOW + DAY, null, { reason: 'draw_only', drawAt: NOW + DAY }],
    ['takes bookings once drawn', NOW + DAY, NOW + DAY, null],
  ])('%s', (_, now, drawnAt, expected) => {
    expect(refusal({ now, terms: { ...draw, drawnAt } })).toEqual(expected)
  })
})

describe('the last place of the window', () => {
  it('goes past a waiting party that is too large for the window, though not for the slot', () => {
    const places = { held: 13, heldByWindow: 13, waiting: [2], waitlist: 1 }
    expect(refusal({ now: PRIORITY_OPENS, terms: windowTerms, places, household: { canPay: 10 } })).toBeNull()
  })
})

describe('the last places', () => {
  it.each([
    ['go to a party that just fits', 18, 2, [], null],
    ['go to nobody of a party that is one too large', 19, 2, [], 1],
    ['are none in a full slot', 20, 1, [], 0],
    ['are none in a slot that shrank below what it holds', 25, 1, [], 0],
    ['are kept for a waiting party that fits', 18, 1, [2], 0],
    ['are kept for a later waiting party that fits', 18, 1, [3, 2], 0],
    ['go past waiting parties that do not fit', 18, 1, [3, 4], null],
    ['count as left to a party of two past a waiting one of three', 19, 2, [3], 1],
  ])('%s', (_, held, size, waiting, left) => {
    const places = { held, waiting, waitlist: 4 }
    expect(refusal({ places, attendees: party(size) })).toEqual(
      left === null ? null : { reason: 'slot_full', waitlist: 4, left },
    )
  })
})
