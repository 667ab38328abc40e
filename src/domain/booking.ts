import type { AgeBand } from './age-band'
import { oneAtATimeUntil, type Absence } from './attendance'
import { givablePlaces, hasWindow, phaseAt } from './priority'
import type { NamedAttendee, Refusal, SessionRef } from './refusal'
import { freePlaces, keptForWaiting, type SlotPlaces, type SlotTerms } from './slot'
import { DAY, type Instant } from './time'

/** Somebody a place is asked for. */
export interface AttendeeFacts {
  kind: 'resident' | 'child'
  id: string
  /** the nickname the household gave */
  name: string
  bookedHere: boolean
  /** a resident whom a cadre has confirmed; of a child, whether its guardian is */
  confirmed: boolean
  /** a child's guardian has consented and not withdrawn; true for residents */
  consented: boolean
  /** null for adults */
  ageBand: AgeBand | null
  /** confirmed skills */
  skills: string[]
  /** active bookings of the attendee elsewhere, this session's other slots included */
  elsewhere: SessionRef[]
  /** may use the household's points from then on */
  pointsUsableFrom: Instant
}

export interface HouseholdFacts {
  /** unspent, unexpired points */
  canPay: number
  /** active places in this slot */
  placesInSlot: number
  /** active posts in the Monday-to-Sunday week of the session */
  postsThatWeek: number
  absences: Absence[]
  /** active bookings in sessions that have not ended */
  openBookings: number
  /** holds or held a place in this activity within 60 days */
  hadPlaceInActivity: boolean
}

export interface BookingFacts {
  now: Instant
  session: SessionRef & { cancelledAt: Instant | null }
  terms: SlotTerms
  places: SlotPlaces
  booker: {
    confirmed: boolean
    suspension: { until: Instant; cause: string } | null
    pointsUsableFrom: Instant
    /** null: of no team */
    teamId: string | null
  }
  household: HouseholdFacts
  /** at least one, each once */
  attendees: AttendeeFacts[]
}

export type BookingVerdict =
  /** `cost` in points for the whole party; `window`: paid with points before general opening */
  { ok: true; window: boolean; cost: number } | { ok: false; refusal: Refusal }

const POSTS_A_WEEK = 2
const POSTS_UNLIMITED_BEFORE = DAY
/** "without a place in this activity": looking back this long */
export const NEWCOMER_AFTER = 60 * DAY

/**
 * The booking rule (design, section 3): may this party take places in this slot now?
 * A party is all or nothing. Pure; the client runs it to explain, the server to decide.
 * @returns the price to pay, or the first reason in the fixed order of {@link Refusal}
 */
export function checkBooking(facts: BookingFacts): BookingVerdict {
  const refusal = checkSession(facts) ?? checkAttendees(facts) ?? checkHousehold(facts) ?? checkOpening(facts)
  if (refusal) return { ok: false, refusal }
  const window = phaseAt(facts.terms, facts.now) === 'window'
  return { ok: true, window, cost: window ? partyPrice(facts) : 0 }
}

/** Reasons that no wait for a place would change; the waitlist refuses them too. */
export function checkParty(facts: BookingFacts): Refusal | null {
  return checkSession(facts) ?? checkAttendees(facts) ?? checkHousehold(facts)
}

/**
 * At the place itself, with the leader's number: may this party have places that are free, and be there at once?
 * Opening times no longer matter, nor that the session has begun; who waits comes first all the same.
 */
export function checkOnTheSpot(facts: BookingFacts): Refusal | null {
  return (
    checkCancelled(facts) ??
    checkSuspended(facts) ??
    checkAttendees(facts) ??
    checkHousehold(facts) ??
    checkDraw(facts) ??
    checkRoom(facts)
  )
}

function checkSession(facts: BookingFacts): Refusal | null {
  return checkCancelled(facts) ?? checkStarted(facts) ?? checkSuspended(facts)
}

function checkCancelled({ session }: BookingFacts): Refusal | null {
  return session.cancelledAt === null ? null : { reason: 'session_cancelled' }
}

function checkStarted({ now, session: { startsAt } }: BookingFacts): Refusal | null {
  return now < startsAt ? null : { reason: 'session_started', startsAt }
}

function checkSuspended({ now, booker: { suspension } }: BookingFacts): Refusal | null {
  return suspension && now < suspension.until ? { reason: 'suspended', ...suspension } : null
}

type AttendeeCheck = (attendee: AttendeeFacts, facts: BookingFacts, named: NamedAttendee) => Refusal | null

const attendeeChecks: AttendeeCheck[] = [
  (attendee, { terms }, named) =>
    terms.kind === 'post' && attendee.kind === 'child' ? { reason: 'wrong_attendee', attendee: named } : null,
  (attendee, _facts, named) => (attendee.bookedHere ? { reason: 'already_booked', attendee: named } : null),
  (attendee, { terms }, named) =>
    terms.kind === 'post' && terms.withChildren && !attendee.confirmed
      ? { reason: 'not_confirmed', attendee: named }
      : null,
  (attendee, _facts, named) => (attendee.consented ? null : { reason: 'consent_missing', attendee: named }),
  (attendee, { terms }, named) =>
    terms.ageBand !== null && attendee.ageBand !== terms.ageBand
      ? { reason: 'age_not_fit', attendee: named, band: terms.ageBand }
      : null,
  (attendee, { terms }, named) =>
    terms.skill !== null && !attendee.skills.includes(terms.skill)
      ? { reason: 'skill_missing', attendee: named, skill: terms.skill }
      : null,
  (attendee, { session }, named) => {
    const other = attendee.elsewhere.find(
      (it) => it.startsAt < session.endsAt && session.startsAt < it.endsAt,
    )
    return other ? { reason: 'overlaps', attendee: named, session: other } : null
  },
]

// The order of reasons is fixed across the party, not attendee by attendee.
function checkAttendees(facts: BookingFacts): Refusal | null {
  for (const check of attendeeChecks) {
    for (const attendee of facts.attendees) {
      const refusal = check(attendee, facts, { id: attendee.id, name: attendee.name })
      if (refusal) return refusal
    }
  }
  return null
}

/** What decides whether a household may have more, whoever of it a place is for. */
export interface HouseholdAsk {
  now: Instant
  session: Pick<SessionRef, 'startsAt'>
  terms: Pick<SlotTerms, 'kind' | 'householdLimit'>
  household: Pick<HouseholdFacts, 'placesInSlot' | 'postsThatWeek' | 'absences' | 'openBookings'>
  /** for each of whom a place is asked */
  attendees: readonly unknown[]
}

/** @returns household_limit, weekly_limit or one_at_a_time; null: the household may have these places too */
export function checkHousehold({ now, session, terms, household, attendees }: HouseholdAsk): Refusal | null {
  const party = attendees.length
  if (terms.householdLimit !== null && household.placesInSlot + party > terms.householdLimit) {
    return { reason: 'household_limit', max: terms.householdLimit }
  }
  const unlimitedFrom = session.startsAt - POSTS_UNLIMITED_BEFORE
  if (terms.kind === 'post' && household.postsThatWeek + party > POSTS_A_WEEK && now < unlimitedFrom) {
    return { reason: 'weekly_limit', from: unlimitedFrom }
  }
  const until = oneAtATimeUntil(household.absences, now)
  return until !== null && household.openBookings > 0 ? { reason: 'one_at_a_time', until } : null
}

function checkOpening(facts: BookingFacts): Refusal | null {
  const { terms, places, attendees, household, booker } = facts
  const undrawn = checkDraw(facts)
  if (undrawn) return undrawn
  const party = attendees.length
  const phase = phaseAt(terms, facts.now)
  if (phase === 'closed' || (phase === 'window' && priceForEarly(facts) === null)) return notOpenYet(facts)
  if (phase === 'window') {
    const room = givablePlaces(terms, places, facts.now)
    return party > room || keptForWaiting(room, places)
      ? { reason: 'priority_places_full', opensAt: terms.opensAt, waitlist: places.waitlist }
      : null
  }
  const others = checkTeams(facts)
  if (others) return others
  if (phase === 'newcomers' && terms.newcomersUntil !== null) {
    const needsConfirmation = !household.hadPlaceInActivity && !booker.confirmed
    if (household.hadPlaceInActivity || needsConfirmation) {
      return { reason: 'newcomers_first', until: terms.newcomersUntil, needsConfirmation }
    }
  }
  return checkRoom(facts)
}

function checkTeams({ terms, booker, now }: BookingFacts): Refusal | null {
  const { teamsUntil: until, teamIds } = terms
  if (until === null || now >= until) return null
  return booker.teamId !== null && teamIds.includes(booker.teamId) ? null : { reason: 'teams_first', until }
}

function checkDraw({ terms: { allocation, drawAt, drawnAt } }: BookingFacts): Refusal | null {
  return allocation === 'draw' && drawAt !== null && drawnAt === null ? { reason: 'draw_only', drawAt } : null
}

function checkRoom({ terms, places, attendees }: BookingFacts): Refusal | null {
  const free = freePlaces(terms.capacity, places)
  const left = keptForWaiting(free, places) ? 0 : free
  return attendees.length > left ? { reason: 'slot_full', waitlist: places.waitlist, left } : null
}

function partyPrice({ terms, attendees }: BookingFacts): number {
  return (terms.price ?? 0) * attendees.length
}

/** From when all of the party may use the household's points. */
export function pointsUsableFrom({ booker, attendees }: BookingFacts): Instant {
  return Math.max(booker.pointsUsableFrom, ...attendees.map((attendee) => attendee.pointsUsableFrom))
}

/** What the window asks of this party; null when it cannot pay it, or nobody could. */
export function priceForEarly(facts: BookingFacts): number | null {
  const price = partyPrice(facts)
  return hasWindow(facts.terms) && mayPay(facts, price) ? price : null
}

/** True when the party may use its household's points, and has as many as `price`. */
export function mayPay(facts: BookingFacts, price: number): boolean {
  const { booker, household, now } = facts
  return booker.confirmed && pointsUsableFrom(facts) <= now && household.canPay >= price
}

function notOpenYet(facts: BookingFacts): Refusal {
  const { terms, household, booker, now } = facts
  const from = pointsUsableFrom(facts)
  return {
    reason: 'not_open_yet',
    opensAt: terms.opensAt,
    priorityOpensAt: hasWindow(terms) ? terms.priorityOpensAt : null,
    price: hasWindow(terms) ? terms.price : null,
    have: household.canPay,
    need: hasWindow(terms) ? partyPrice(facts) : 0,
    needsConfirmation: !booker.confirmed,
    pointsUsableFrom: from > now ? from : null,
  }
}
