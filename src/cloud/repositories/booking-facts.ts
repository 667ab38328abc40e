import type { Account } from '@/domain/account'
import type { Absence } from '@/domain/attendance'
import type { AttendeeFacts, BookingFacts, HouseholdFacts } from '@/domain/booking'
import { GENESIS, type AccountHead } from '@/domain/ledger'
import { spendable } from '@/domain/points'
import type { SlotPlaces } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import {
  listHouseholdPlaces,
  listPeople,
  type HouseholdCounts,
  type HouseholdPlaces,
  type OverlappingPlace,
  type PersonRow,
} from './household'
import { listLots } from './points'
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

/** Reads the facts of many households at once; after their locks, in statements of their own. */
export async function readHouseholdsFacts(
  tx: Transaction,
  communityId: string,
  households: string[],
  session: SessionRow,
  now: Instant,
): Promise<HouseholdsFacts> {
  const facts: HouseholdsFacts = new Map(households.map((id) => [id, emptyReading()]))
  if (households.length === 0) return facts
  const [people, places, lots] = await Promise.all([
    listPeople(tx, communityId, households),
    listHouseholdPlaces(tx, communityId, households, session, now),
    listLots(tx, communityId, households, now),
  ])
  for (const person of people) facts.get(person.householdId)?.people.push(person)
  for (const { accountId, ...lot } of lots) facts.get(accountId)?.account.lots.push(lot)
  for (const held of places) {
    const reading = facts.get(held.householdId)
    if (reading) Object.assign(reading, placesFacts(held))
  }
  return facts
}

/** What a household whose people and points are known holds at the time of another session. */
export async function readingElsewhere(
  tx: Transaction,
  communityId: string,
  householdId: string,
  reading: HouseholdReading,
  session: SessionRow,
  now: Instant,
): Promise<HouseholdReading> {
  const nothing = { ...emptyReading(reading.people), account: reading.account }
  if (householdId === '') return nothing
  const [held] = await listHouseholdPlaces(tx, communityId, [householdId], session, now)
  return held ? { ...nothing, ...placesFacts(held) } : nothing
}

function placesFacts({ householdId: _, overlapping, absences, ...counts }: HouseholdPlaces) {
  return { counts, overlapping: overlapping ?? [], absences: onceASession(absences ?? []) }
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
  for (const { accountId, ...head } of heads) {
    const reading = facts.get(accountId)
    if (reading) reading.account = { ...reading.account, head }
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
