import { checkBooking, checkParty, NEWCOMER_AFTER } from '@/domain/booking'
import { DAY } from '@/domain/time'
import { bookingFacts, ENDS, type FactsOverrides, NOW, OPENS, party, STARTS, windowTerms } from './facts'

const verdict = (overrides: FactsOverrides) => checkBooking(bookingFacts(overrides))
const refusal = (overrides: FactsOverrides) => {
  const answer = verdict(overrides)
  return answer.ok ? null : answer.refusal
}
const wang = { id: 'wang', name: '王姐' }
const free = { ok: true, window: false, cost: 0 }

describe('a booking of a session', () => {
  it('passes free of points when nothing stands in the way', () => {
    expect(verdict({})).toEqual(free)
  })

  it('is refused for a cancelled session', () => {
    expect(refusal({ session: { cancelledAt: NOW } })).toEqual({ reason: 'session_cancelled' })
  })

  it.each([
    ['passes a millisecond before the start', STARTS - 1, null],
    ['is refused at the start', STARTS, { reason: 'session_started', startsAt: STARTS }],
    ['is refused after the end', ENDS + DAY, { reason: 'session_started', startsAt: STARTS }],
  ])('%s', (_, now, expected) => {
    expect(refusal({ now })).toEqual(expected)
  })

  it.each([
    ['is refused until the last millisecond of a suspension', NOW + 1, true],
    ['passes when the suspension ends', NOW, false],
  ])('%s', (_, until, refused) => {
    const suspension = { until, cause: '冒用他人名字' }
    expect(refusal({ booker: { suspension } })).toEqual(
      refused ? { reason: 'suspended', ...suspension } : null,
    )
  })
})

describe('an attendee', () => {
  const child = { kind: 'child', ageBand: '3-6' } as const
  const post = { kind: 'post' } as const

  it.each<[string, FactsOverrides, string | null]>([
    ['may be a child in a seat', { attendees: [child] }, null],
    ['may not be a child on a post', { terms: post, attendees: [child] }, 'wrong_attendee'],
    ['may be a resident on a post', { terms: post }, null],
    ['may not hold this slot already', { attendees: [{ bookedHere: true }] }, 'already_booked'],
    [
      'must be confirmed for a post with children',
      { terms: { kind: 'post', withChildren: true }, attendees: [{ confirmed: false }] },
      'not_confirmed',
    ],
    ['may be unconfirmed on another post', { terms: post, attendees: [{ confirmed: false }] }, null],
    [
      'may be unconfirmed in a seat',
      { terms: { withChildren: true }, attendees: [{ confirmed: false }], booker: { confirmed: false } },
      null,
    ],
    ['needs a guardian’s consent', { attendees: [{ ...child, consented: false }] }, 'consent_missing'],
  ])('%s', (_, overrides, reason) => {
    expect(refusal(overrides)).toEqual(reason && { reason, attendee: wang })
  })

  it.each([
    ['in the band fits', '3-6' as const, true],
    ['of the band below does not fit', '0-2' as const, false],
    ['of the band above does not fit', '7-9' as const, false],
    ['who is an adult does not fit', null, false],
  ])('%s', (_, ageBand, fits) => {
    expect(refusal({ terms: { ageBand: '3-6' }, attendees: [{ ageBand }] })).toEqual(
      fits ? null : { reason: 'age_not_fit', attendee: wang, band: '3-6' },
    )
  })

  it.each([
    ['without skills', [], false],
    ['with another skill', ['law'], false],
    ['with the skill among others', ['law', 'medical'], true],
  ])('%s for a post that asks for one', (_, skills, fits) => {
    expect(refusal({ terms: { kind: 'post', skill: 'medical' }, attendees: [{ skills }] })).toEqual(
      fits ? null : { reason: 'skill_missing', attendee: wang, skill: 'medical' },
    )
  })

  it.each([
    ['may come from a session that ends as this one starts', STARTS - DAY, STARTS, false],
    ['may not come from one that ends a millisecond later', STARTS - DAY, STARTS + 1, true],
    ['may go on to a session that starts as this one ends', ENDS, ENDS + DAY, false],
    ['may not go on to one that starts a millisecond earlier', ENDS - 1, ENDS + DAY, true],
    ['may not be in a session within this one', STARTS + 1, ENDS - 1, true],
    ['may not be in a session around this one', STARTS - 1, ENDS + 1, true],
    ['may not be in another slot of this one', STARTS, ENDS, true],
  ])('%s', (_, startsAt, endsAt, overlaps) => {
    const farOff = { id: 'garden', title: '花园', startsAt: STARTS + 9 * DAY, endsAt: ENDS + 9 * DAY }
    const other = { id: 'choir', title: '合唱', startsAt, endsAt }
    expect(refusal({ attendees: [{ elsewhere: [farOff, other] }] })).toEqual(
      overlaps ? { reason: 'overlaps', attendee: wang, session: other } : null,
    )
  })

  it('is named when only the second of a party does not fit, and nobody gets a place', () => {
    const attendees = [
      { id: 'le', name: '乐乐', ageBand: '3-6' as const },
      { id: 'dou', name: '豆豆', ageBand: '7-9' as const },
    ]
    expect(refusal({ terms: { ageBand: '3-6' }, attendees })).toEqual({
      reason: 'age_not_fit',
      attendee: { id: 'dou', name: '豆豆' },
      band: '3-6',
    })
  })

  it('is refused for the earlier reason in the party, not for the earlier attendee', () => {
    const attendees = [
      { id: 'le', name: '乐乐', consented: false },
      { id: 'dou', name: '豆豆', bookedHere: true },
    ]
    expect(refusal({ attendees })).toEqual({
      reason: 'already_booked',
      attendee: { id: 'dou', name: '豆豆' },
    })
  })
})

describe('a household', () => {
  it.each([
    ['may take its last place', 1, 1, null],
    ['may not take one more', 2, 1, { reason: 'household_limit', max: 2 }],
    ['may take all at once', 0, 2, null],
    ['may not take more at once', 0, 3, { reason: 'household_limit', max: 2 }],
    ['may not take the last place for a party of two', 1, 2, { reason: 'household_limit', max: 2 }],
  ])('%s within its limit in the slot', (_, placesInSlot, size, expected) => {
    expect(
      refusal({ terms: { householdLimit: 2 }, household: { placesInSlot }, attendees: party(size) }),
    ).toEqual(expected)
  })

  const limitEnds = STARTS - DAY
  const weekly = { reason: 'weekly_limit', from: limitEnds }
  it.each([
    ['a second post of the week', 'post', 1, 1, limitEnds - 1, null],
    ['no third post', 'post', 2, 1, limitEnds - 1, weekly],
    ['no two posts beside one', 'post', 1, 2, limitEnds - 1, weekly],
    ['two posts at once', 'post', 0, 2, limitEnds - 1, null],
    ['a third post from 24 h before the start', 'post', 2, 1, limitEnds, null],
    ['seats without a weekly limit', 'seat', 9, 1, limitEnds - 1, null],
  ] as const)('takes %s', (_, kind, postsThatWeek, size, now, expected) => {
    const attendees = Array.from({ length: size }, (_unused, index) => ({ id: `resident-${index}` }))
    expect(refusal({ now, terms: { kind }, household: { postsThatWeek }, attendees })).toEqual(expected)
  })

  const twoNoShows = [
    { at: NOW - 20 * DAY, halves: 2 as const },
    { at: NOW - 10 * DAY, halves: 2 as const },
  ]
  it.each([
    ['with two no-shows and no open booking may book', twoNoShows, 0, null],
    [
      'with two no-shows and an open booking waits',
      twoNoShows,
      1,
      { reason: 'one_at_a_time', until: NOW + 20 * DAY },
    ],
    ['with one no-show may hold several', twoNoShows.slice(1), 1, null],
  ])('%s', (_, absences, openBookings, expected) => {
    expect(refusal({ household: { absences, openBookings } })).toEqual(expected)
  })
})

describe('a party that wants to wait', () => {
  it.each<[string, FactsOverrides]>([
    ['is told of a cancelled session', { session: { cancelledAt: NOW } }],
    ['is told of an attendee who holds a place', { attendees: [{ bookedHere: true }] }],
    ['is told of its limit in the slot', { terms: { householdLimit: 0 } }],
  ])('%s', (_, overrides) => {
    expect(checkParty(bookingFacts(overrides))).toEqual(refusal(overrides))
    expect(refusal(overrides)).not.toBeNull()
  })

  it.each<[string, FactsOverrides, string]>([
    ['before the opening', { now: OPENS - 1 }, 'not_open_yet'],
    [
      'in the newcomers’ hours',
      { now: OPENS, terms: windowTerms, booker: { confirmed: false } },
      'newcomers_first',
    ],
    ['for a full slot', { places: { held: 20 } }, 'slot_full'],
  ])('may wait %s', (_, overrides, reason) => {
    expect(refusal(overrides)?.reason).toBe(reason)
    expect(checkParty(bookingFacts(overrides))).toBeNull()
  })
})

it('a household is a newcomer again after 60 days', () => {
  expect(NEWCOMER_AFTER).toBe(60 * DAY)
})
