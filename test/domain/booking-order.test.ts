import { checkBooking, type BookingFacts } from '@/domain/booking'
import { REFUSAL_ORDER, type RefusalReason } from '@/domain/refusal'
import { DAY, HOUR } from '@/domain/time'
import { bookingFacts, NOW } from './facts'

/** Violates every rule that can be violated at once; a draw slot that is in its window. */
function everythingWrong(): BookingFacts {
  return bookingFacts({
    session: { cancelledAt: NOW - HOUR, startsAt: NOW, endsAt: NOW + HOUR },
    terms: {
      kind: 'post',
      capacity: 10,
      withChildren: true,
      ageBand: '3-6',
      skill: 'medical',
      price: 10,
      priorityOpensAt: NOW - HOUR,
      opensAt: NOW + HOUR,
      allocation: 'draw',
      drawAt: NOW + DAY,
      householdLimit: 1,
      teamsUntil: NOW + 2 * DAY,
      teamIds: ['choir'],
    },
    places: { held: 10, heldByWindow: 7, waiting: [1], waitlist: 3 },
    booker: { suspension: { until: NOW + DAY, cause: '占位不来' }, confirmed: false },
    household: {
      placesInSlot: 1,
      postsThatWeek: 2,
      absences: [
        { at: NOW - 2 * DAY, halves: 2 },
        { at: NOW - DAY, halves: 2 },
      ],
      openBookings: 1,
      hadPlaceInActivity: true,
    },
    attendees: [
      {
        kind: 'child',
        bookedHere: true,
        confirmed: false,
        consented: false,
        ageBand: '7-9',
        elsewhere: [{ id: 'choir', title: '合唱', startsAt: NOW, endsAt: NOW + 9 * DAY }],
      },
    ],
  })
}

const attendee = (facts: BookingFacts, change: Partial<BookingFacts['attendees'][number]>): BookingFacts => ({
  ...facts,
  attendees: facts.attendees.map((it) => ({ ...it, ...change })),
})
const terms = (facts: BookingFacts, change: Partial<BookingFacts['terms']>): BookingFacts => ({
  ...facts,
  terms: { ...facts.terms, ...change },
})
const household = (facts: BookingFacts, change: Partial<BookingFacts['household']>): BookingFacts => ({
  ...facts,
  household: { ...facts.household, ...change },
})

/**
 * Takes away one reason and leaves all later ones standing. Two pairs exclude each other by the clock:
 * a session that has started has no weekly limit, and the window ends as the newcomers' hours begin.
 */
const repairs: Record<RefusalReason, (facts: BookingFacts) => BookingFacts> = {
  session_cancelled: (facts) => ({ ...facts, session: { ...facts.session, cancelledAt: null } }),
  session_started: (facts) => ({
    ...facts,
    session: { ...facts.session, startsAt: NOW + 3 * DAY, endsAt: NOW + 4 * DAY },
  }),
  suspended: (facts) => ({ ...facts, booker: { ...facts.booker, suspension: null } }),
  wrong_attendee: (facts) => attendee(facts, { kind: 'resident' }),
  already_booked: (facts) => attendee(facts, { bookedHere: false }),
  not_confirmed: (facts) => attendee(facts, { confirmed: true }),
  consent_missing: (facts) => attendee(facts, { consented: true }),
  age_not_fit: (facts) => attendee(facts, { ageBand: '3-6' }),
  skill_missing: (facts) => attendee(facts, { skills: ['medical'] }),
  overlaps: (facts) => attendee(facts, { elsewhere: [] }),
  household_limit: (facts) => household(facts, { placesInSlot: 0 }),
  weekly_limit: (facts) => household(facts, { postsThatWeek: 0 }),
  one_at_a_time: (facts) => household(facts, { absences: [] }),
  draw_only: (facts) => terms(facts, { drawnAt: NOW }),
  not_open_yet: (facts) => ({
    ...household(facts, { canPay: 10 }),
    booker: { ...facts.booker, confirmed: true },
  }),
  priority_places_full: (facts) => terms(facts, { opensAt: NOW, newcomersUntil: NOW + HOUR }),
  teams_first: (facts) => terms(facts, { teamsUntil: null }),
  newcomers_first: (facts) => household(facts, { hadPlaceInActivity: false }),
  slot_full: (facts) => ({ ...facts, places: { held: 9, heldByWindow: 7, waiting: [], waitlist: 0 } }),
}

const reasonOf = (facts: BookingFacts) => {
  const verdict = checkBooking(facts)
  return verdict.ok ? 'ok' : verdict.refusal.reason
}

describe('the order of reasons', () => {
  it('shows in full when facts that violate everything are repaired one reason at a time', () => {
    let facts = everythingWrong()
    const seen: string[] = []
    for (const reason of REFUSAL_ORDER) {
      seen.push(reasonOf(facts))
      facts = repairs[reason](facts)
    }
    expect([...seen, reasonOf(facts)]).toEqual([...REFUSAL_ORDER, 'ok'])
  })

  const pairs = REFUSAL_ORDER.slice(1).map((later, index) => [REFUSAL_ORDER[index], later] as const)
  it.each(pairs)('gives %s before %s', (earlier, later) => {
    const upTo = REFUSAL_ORDER.slice(0, REFUSAL_ORDER.indexOf(later) - 1)
    const both = upTo.reduce((facts, reason) => repairs[reason](facts), everythingWrong())
    expect(reasonOf(both)).toBe(earlier)
    expect(reasonOf(repairs[earlier as RefusalReason](both))).toBe(later)
  })

  it('holds every reason once', () => {
    expect([...REFUSAL_ORDER].sort()).toEqual(Object.keys(repairs).sort())
  })

  // From draw_only on the reasons depend on the phase; booking-opening tests each in its own.
  it.each(REFUSAL_ORDER.slice(0, 13))('gives %s alone when all others are repaired', (kept) => {
    const others = REFUSAL_ORDER.filter((reason) => reason !== kept)
    expect(reasonOf(others.reduce((facts, reason) => repairs[reason](facts), everythingWrong()))).toBe(kept)
  })

  it('keeps the order across the clock: a session that has started is not called full', () => {
    const full = bookingFacts({ places: { held: 20 } })
    expect(reasonOf(full)).toBe('slot_full')
    expect(reasonOf({ ...full, now: full.session.startsAt })).toBe('session_started')
  })
})
