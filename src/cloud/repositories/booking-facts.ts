import type { Account } from '@/domain/account'
import type { Absence } from '@/domain/attendance'
import type { AttendeeFacts, BookingFacts, HouseholdFacts } from '@/domain/booking'
import { GENESIS, type AccountHead } from '@/domain/ledger'
import { spendable } from '@/domain/points'
import type { SlotPlaces } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import {
  HOUSEHOLD_PLACES,
  PEOPLE,
  placesParameters,
  type HouseholdCounts,
  type HouseholdPlaces,
  type OverlappingPlace,
  type PersonRow,
} from './household'
import { lotsLeft, type LotRow } from './points'
import type { SessionRow, SlotRow } from './slot'

/** What the rules need to know of one household, for one session. */
export interface HouseholdReading {
  people: PersonRow[]
  overlapping: OverlappingPlace[]
  counts: HouseholdCounts
  absences: Absence[]
  account: Account
}

/** By household. */
export type HouseholdsFacts = Map<string, HouseholdReading>

/** A household nobody has written yet, or of which nothing is known. */
export function emptyReading(people: PersonRow[] = []): HouseholdReading {
  return {
    people,
    overlapping: [],
    counts: { postsThatWeek: 0, openBookings: 0, hadPlaceInActivity: false },
    absences: [],
    account: { head: { balance: 0, seq: 0, headHash: GENESIS }, lots: [] },
  }
}

// One statement: each that the server answers costs it a system call, and this is read for every booking.
const FACTS = `
  SELECT (SELECT json_agg(it) FROM (${PEOPLE}) AS it) AS people,
         (SELECT json_agg(it) FROM (${HOUSEHOLD_PLACES}) AS it) AS places,
         (SELECT json_agg(it) FROM (${lotsLeft('> $5')}) AS it) AS lots`

interface FactsRow {
  people: PersonRow[] | null
  places: HouseholdPlaces[] | null
  lots: LotRow[] | null
}

/** Reads the facts of many households at once; after their locks, in a statement of its own. */
export async function readHouseholdsFacts(
  tx: Transaction,
  communityId: string,
  households: string[],
  session: SessionRow,
  now: Instant,
): Promise<HouseholdsFacts> {
  const facts: HouseholdsFacts = new Map(households.map((id) => [id, emptyReading()]))
  if (households.length === 0) return facts
  const parameters = [communityId, households, ...placesParameters(session, now)]
  const [row] = await tx.query<FactsRow>(FACTS, parameters)
  for (const person of row?.people ?? []) facts.get(person.householdId)?.people.push(person)
  for (const { accountId, ...lot } of row?.lots ?? []) facts.get(accountId)?.account.lots.push(lot)
  for (const { householdId, overlapping, absences, ...counts } of row?.places ?? []) {
    const reading = facts.get(householdId)
    if (reading)
      Object.assign(reading, {
        counts,
        overlapping: overlapping ?? [],
        absences: onceASession(absences ?? []),
      })
  }
  return facts
}

/** An absence counts once per household and session, however many of the party did not come. */
function onceASession(absences: { sessionId: string; at: Instant; absent: boolean }[]): Absence[] {
  const bySession = new Map<string, Absence>()
  for (const { sessionId, at, absent } of absences) {
    const halves = absent ? 2 : (bySession.get(sessionId)?.halves ?? 1)
    bySession.set(sessionId, { at, halves })
  }
  return [...bySession.values()]
}

/** Where the accounts' chains end, as their locks have found it. */
export function setHeads(facts: HouseholdsFacts, heads: (AccountHead & { accountId: string })[]): void {
  for (const { accountId, balance, seq, headHash } of heads) {
    const reading = facts.get(accountId)
    if (reading) reading.account = { ...reading.account, head: { balance, seq, headHash } }
  }
}

/** One household's part of the facts, for one slot of the session. */
export function householdFacts(reading: HouseholdReading, slotId: string, now: Instant): HouseholdFacts {
  const mine = new Set(reading.people.map((person) => person.id))
  return {
    ...reading.counts,
    canPay: spendable(reading.account.lots, now),
    placesInSlot: reading.overlapping.filter((place) => place.slotId === slotId && mine.has(place.attendeeId))
      .length,
    absences: reading.absences,
  }
}

/** One person's part of the facts, for one slot of the session. */
export function attendeeFacts(reading: HouseholdReading, person: PersonRow, slotId: string): AttendeeFacts {
  const places = reading.overlapping.filter((place) => place.attendeeId === person.id)
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
    teamId: person.teamId,
  }
}

/** Everything {@link checkBooking} asks, for one party of one household. */
export function bookingFacts(
  reading: HouseholdReading,
  { session, slot, places, now }: { session: SessionRow; slot: SlotRow; places: SlotPlaces; now: Instant },
  party: { booker: PersonRow; attendees: PersonRow[] },
): BookingFacts {
  return {
    now,
    session,
    terms: slot.terms,
    places,
    booker: bookerFacts(party.booker),
    household: householdFacts(reading, slot.id, now),
    attendees: party.attendees.map((person) => attendeeFacts(reading, person, slot.id)),
  }
}
