import type { BookingFacts } from '@/domain/booking'
import { givablePlaces } from '@/domain/priority'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import {
  bookingFacts,
  emptyReading,
  readHouseholdsFacts,
  setHeads,
  type HouseholdReading,
  type HouseholdsFacts,
} from '../repositories/booking-facts'
import { lockStanding, type PersonRow } from '../repositories/household'
import type { GivenLate } from '../repositories/place'
import type { ResidentRow } from '../repositories/resident'
import { lockSlot, type SessionRow, type SlotRow } from '../repositories/slot'
import { readLine, type WaitingParty } from '../repositories/waitlist'
import { nothingDecided, type Decided } from './decided'

/** A slot with everything that decides about its places. */
export interface SlotReading {
  now: Instant
  session: SessionRow
  /** `held` and `heldByWindow` follow each place given or taken */
  slot: SlotRow
  /** in the order of joining */
  waiting: WaitingParty[]
  facts: HouseholdsFacts
}

/** The same, locked: its places may be given and taken. What is decided is written by {@link writeSlot}. */
export interface OpenSlot extends SlotReading {
  tx: Transaction
  communityId: string
  /** households that are locked, and that the facts are about */
  concerned: string[]
  /** places paid for in the window that came free just now */
  freedOfWindow: number
  /** places given back late that the next ones given make good */
  givenLate: GivenLate[]
  decided: Decided
  /** how many places are held by what the slot's row says */
  written: Pick<SlotRow, 'held' | 'heldByWindow'>
  /** by open id: who is no resident yet, and becomes one with a place */
  visitors: Map<string, ResidentRow>
}

/** Who asks, and for whom. */
export interface PartyRequest {
  booker: PersonRow
  attendees: PersonRow[]
}

/** A slot under its lock, and who waits for it; nobody's facts yet. */
export interface LockedSlot {
  session: SessionRow
  slot: SlotRow
  waiting: WaitingParty[]
  givenLate: GivenLate[]
}

/** @returns null when there is no such slot */
export async function lockWithLine(
  tx: Transaction,
  communityId: string,
  slotId: string,
): Promise<LockedSlot | null> {
  const [locked, line] = await Promise.all([
    lockSlot(tx, communityId, slotId),
    readLine(tx, communityId, slotId),
  ])
  return locked && { ...locked, ...line }
}

/** Who is about to book, cancel or join. */
export interface Concern {
  households: string[]
  /** places are about to come free, so that those who wait are needed too */
  frees: boolean
  now: Instant
}

/**
 * Locks in the one order everywhere (session, slot, households by id) and reads the facts afterwards:
 * a statement that locks and reads at once would see rows as they were before it waited.
 * @returns null when there is no such slot
 */
export async function openSlot(
  tx: Transaction,
  communityId: string,
  slotId: string,
  concern: Concern,
): Promise<OpenSlot | null> {
  const locked = await lockWithLine(tx, communityId, slotId)
  return locked && openLocked(tx, communityId, locked, concern)
}

/** The second half of {@link openSlot}, for who is known only once the slot is locked. */
export async function openLocked(
  tx: Transaction,
  communityId: string,
  { session, slot, waiting, givenLate }: LockedSlot,
  { households, frees, now }: Concern,
): Promise<OpenSlot> {
  const lapsed = waiting.some(({ offer }) => offer !== null && offer.expiresAt <= now)
  const givable = frees || lapsed || givablePlaces(slot.terms, slot, now) > 0
  // Those who wait in vain stay unlocked: a sold-out slot may have hundreds of them.
  const waiters = givable ? waiting.map((party) => party.householdId) : []
  const concerned = [...new Set([...households, ...waiters])]
  const [heads, facts] = await Promise.all([
    lockStanding(tx, communityId, concerned),
    readHouseholdsFacts(tx, communityId, concerned, session, now),
  ])
  setHeads(facts, heads)
  const decided = nothingDecided()
  return {
    ...{ tx, communityId, concerned, now, session, slot, waiting, facts, givenLate, decided },
    written: { held: slot.held, heldByWindow: slot.heldByWindow },
    freedOfWindow: 0,
    visitors: new Map(),
  }
}

/** Reads the facts anew, after something was written that they do not follow. */
export async function rereadFacts(open: OpenSlot): Promise<void> {
  const { tx, communityId, concerned, session, now } = open
  const heads = concerned.map((id) => ({ accountId: id, ...readingOf(open, id).account.head }))
  open.facts = await readHouseholdsFacts(tx, communityId, concerned, session, now)
  setHeads(open.facts, heads)
}

/** What is known of one household. */
export function readingOf({ facts }: Pick<SlotReading, 'facts'>, householdId: string): HouseholdReading {
  return facts.get(householdId) ?? emptyReading()
}

/**
 * The facts for one party, as things stand in the slot.
 * @param waiting places asked for by those who come first; none once the waitlist is settled
 */
export function factsFor(reading: SlotReading, party: PartyRequest, waiting: number[] = []): BookingFacts {
  const { slot, session, now } = reading
  const places = {
    held: slot.held,
    heldByWindow: slot.heldByWindow,
    waiting,
    waitlist: reading.waiting.length,
  }
  return bookingFacts(readingOf(reading, party.booker.householdId), { session, slot, places, now }, party)
}
