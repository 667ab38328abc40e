import { ABSENCES_MATTER_FOR, type Absence } from '@/domain/attendance'
import type { AttendeeFacts, BookingFacts, HouseholdFacts } from '@/domain/booking'
import { spendable, type Lot } from '@/domain/points'
import type { SlotPlaces } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import {
  listAbsences,
  listHouseholdCounts,
  listOverlapping,
  listPeople,
  type HouseholdRow,
  type OverlappingPlace,
  type PersonRow,
} from './household'
import { listLots } from './points'
import type { SessionRow, SlotRow } from './slot'

/** What the rules need to know of some households, for one session. */
export interface HouseholdsFacts {
  people: PersonRow[]
  overlapping: OverlappingPlace[]
  counts: HouseholdRow[]
  absences: (Absence & { householdId: string })[]
  lots: (Lot & { accountId: string })[]
}

/** Reads the facts of many households at once; after their locks, in statements of their own. */
export async function readHouseholdsFacts(
  tx: Transaction,
  communityId: string,
  households: string[],
  session: SessionRow,
  now: Instant,
): Promise<HouseholdsFacts> {
  const people = await listPeople(tx, communityId, households)
  const attendees = people.map((person) => person.id)
  return {
    people,
    overlapping: await listOverlapping(tx, communityId, attendees, session),
    counts: await listHouseholdCounts(tx, communityId, households, session, now),
    absences: await listAbsences(tx, communityId, households, now - ABSENCES_MATTER_FOR),
    lots: await listLots(tx, communityId, households, now),
  }
}

/** One household's part of the facts, for one slot of the session. */
export function householdFacts(
  facts: HouseholdsFacts,
  householdId: string,
  slotId: string,
  now: Instant,
): HouseholdFacts {
  const counts = facts.counts.find((row) => row.householdId === householdId)
  const mine = new Set(facts.people.filter((it) => it.householdId === householdId).map((it) => it.id))
  return {
    canPay: spendable(
      facts.lots.filter((lot) => lot.accountId === householdId),
      now,
    ),
    placesInSlot: facts.overlapping.filter((place) => place.slotId === slotId && mine.has(place.attendeeId))
      .length,
    postsThatWeek: counts?.postsThatWeek ?? 0,
    absences: facts.absences
      .filter((it) => it.householdId === householdId)
      .map(({ at, halves }) => ({ at, halves })),
    openBookings: counts?.openBookings ?? 0,
    hadPlaceInActivity: counts?.hadPlaceInActivity ?? false,
  }
}

/** One person's part of the facts, for one slot of the session. */
export function attendeeFacts(facts: HouseholdsFacts, person: PersonRow, slotId: string): AttendeeFacts {
  const places = facts.overlapping.filter((place) => place.attendeeId === person.id)
  return {
    kind: person.kind,
    id: person.id,
    name: person.name ?? '',
    bookedHere: places.some((place) => place.slotId === slotId),
    confirmed: person.confirmed,
    consented: person.consented,
    ageBand: person.ageBand,
    skills: person.skills,
    elsewhere: places
      .filter((place) => place.slotId !== slotId)
      .map(({ sessionId, title, startsAt, endsAt }) => ({ id: sessionId, title, startsAt, endsAt })),
    pointsUsableFrom: person.pointsUsableFrom,
  }
}

/** The booker's own part: of the resident who asks, not of whom the places are for. */
export function bookerFacts(person: PersonRow): BookingFacts['booker'] {
  return {
    confirmed: person.confirmed,
    suspension:
      person.suspendedUntil === null
        ? null
        : { until: person.suspendedUntil, cause: person.suspensionCause ?? '' },
    pointsUsableFrom: person.pointsUsableFrom,
  }
}

/** Everything {@link checkBooking} asks, for one party of one household. */
export function bookingFacts(
  facts: HouseholdsFacts,
  { session, slot, places, now }: { session: SessionRow; slot: SlotRow; places: SlotPlaces; now: Instant },
  party: { booker: PersonRow; attendees: PersonRow[] },
): BookingFacts {
  return {
    now,
    session,
    terms: slot.terms,
    places,
    booker: bookerFacts(party.booker),
    household: householdFacts(facts, party.booker.householdId, slot.id, now),
    attendees: party.attendees.map((person) => attendeeFacts(facts, person, slot.id)),
  }
}
