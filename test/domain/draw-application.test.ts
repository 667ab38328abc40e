import { bars, checkApplication, isNewcomer, passedOver, stakeable } from '@/domain/draw-application'
import { HOUR } from '@/domain/time'
import { bookingFacts, NOW, party, STARTS, type FactsOverrides } from './facts'

const DRAW_AT = NOW + HOUR
const facts = (overrides: FactsOverrides = {}) =>
  bookingFacts({
    ...overrides,
    terms: { allocation: 'draw', drawAt: DRAW_AT, opensAt: DRAW_AT, capacity: 3, ...overrides.terms },
  })
const busy = { id: 'choir', title: '合唱', startsAt: STARTS, endsAt: STARTS + HOUR }

describe('an application', () => {
  it.each<[string, FactsOverrides, number, unknown]>([
    ['is taken a millisecond before the draw', { now: DRAW_AT - 1 }, 0, null],
    ['is not taken at the draw', { now: DRAW_AT }, 0, { reason: 'draw_closed', drawAt: DRAW_AT }],
    ['may ask for all places', { attendees: party(3) }, 0, null],
    ['may not ask for more', { attendees: party(4) }, 0, { reason: 'household_limit', max: 3 }],
    [
      'keeps to the household limit',
      { terms: { householdLimit: 1 }, attendees: party(2) },
      0,
      { reason: 'household_limit', max: 1 },
    ],
    ['may stake all there is', { household: { canPay: 40 } }, 40, null],
    [
      'may not stake a point more',
      { household: { canPay: 39 } },
      40,
      { reason: 'draw_points_missing', have: 39, needsConfirmation: false, pointsUsableFrom: null },
    ],
    [
      'stakes nothing before the resident is confirmed',
      { household: { canPay: 40 }, booker: { confirmed: false } },
      10,
      { reason: 'draw_points_missing', have: 0, needsConfirmation: true, pointsUsableFrom: null },
    ],
    [
      'stakes nothing for who has just joined the household',
      { household: { canPay: 40 }, attendees: [{ pointsUsableFrom: NOW + 1 }] },
      10,
      { reason: 'draw_points_missing', have: 0, needsConfirmation: false, pointsUsableFrom: NOW + 1 },
    ],
    ['without points needs no confirmation', { booker: { confirmed: false } }, 0, null],
    [
      'is refused what a booking is refused whatever the places',
      { attendees: [{ elsewhere: [busy] }] },
      0,
      expect.objectContaining({ reason: 'overlaps' }),
    ],
    ['ends with the start', { now: STARTS }, 0, { reason: 'session_started', startsAt: STARTS }],
  ])('%s', (_, overrides, points, expected) => {
    expect(checkApplication(facts(overrides), { frozenAt: null }, points)).toEqual(expected)
  })

  it('is not put on a list that is frozen, though its clock is behind', () => {
    expect(checkApplication(facts(), { frozenAt: DRAW_AT }, 0)).toEqual({
      reason: 'draw_closed',
      drawAt: DRAW_AT,
    })
  })
})

describe('a newcomer', () => {
  it.each([
    ['is a confirmed household that was not here lately', true, false, true],
    ['is nobody who was here lately', true, true, false],
    ['is nobody unconfirmed', false, false, false],
  ])('%s', (_, confirmed, hadPlaceInActivity, newcomer) => {
    expect(isNewcomer(facts({ booker: { confirmed }, household: { hadPlaceInActivity } }))).toBe(newcomer)
  })
})

describe('when the draw is run', () => {
  it.each<[string, FactsOverrides, number, unknown]>([
    ['nothing stands in the way of an honest application', { household: { canPay: 20 } }, 20, null],
    ['points that are gone do', { household: { canPay: 19 } }, 20, 'points_missing'],
    ['points gone do not where none were staked', {}, 0, null],
    ['another booking at that time does', { attendees: [{ elsewhere: [busy] }] }, 0, 'overlaps'],
    [
      'the first reason in the order of bookings counts',
      { session: { cancelledAt: NOW } },
      20,
      'session_cancelled',
    ],
  ])('%s', (_, overrides, staked, expected) => {
    expect(passedOver(facts({ now: DRAW_AT, ...overrides }), staked)).toBe(expected)
  })

  it('somebody who left the household does', () => {
    expect(passedOver(null, 0)).toBe('household_changed')
  })

  it('missing points bar from the weighted part alone', () => {
    expect([bars('points_missing', 'newcomers'), bars('points_missing', 'weighted')]).toEqual([false, true])
    expect([bars('overlaps', 'newcomers'), bars('overlaps', 'weighted')]).toEqual([true, true])
    expect([bars(null, 'newcomers'), bars(null, 'weighted')]).toEqual([false, false])
  })

  it('points that could be staked are those that can be paid', () => {
    expect(stakeable(facts({ household: { canPay: 25 } }))).toBe(25)
  })
})
