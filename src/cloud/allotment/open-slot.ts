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
import { lockHouseholds, type PersonRow } from '../repositories/household'
import { listGivenLate, type GivenLate } from '../repositories/place'
import type { ResidentRow } from '../repositories/resident'
import { lockSlot, type SessionRow, type SlotRow } from '../repositories/slot'
import { listWaiting, type WaitingParty } from '../repositories/waitlist'
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
  /** by open id: who is no resident yet, and becomes one with a place */
  visitors: Map<string, ResidentRow>
}

/** Who asks, and for whom. */
export interface PartyRequest {
  booker: PersonRow
  attendees: PersonRow[]
}

/**
 * Locks in the one order everywhere (session, slot, households by id) and reads the facts afterwards:
 * a statement that locks and reads at once would see rows as they were before it waited.
 * @param households who will book, cancel or join now
 * @param frees true when places are about to come free, so that those who wait are needed too
 * @returns null when there is no such slot
 */
export async function openSlot(
  tx: Transaction,
  communityId: string,
  slotId: string,
  { households, frees, now }: { households: string[]; frees: boolean; now: Instant },
): Promise<OpenSlot | null> {
  const [locked, waiting, givenLate] = await Promise.all([
    lockSlot(tx, communityId, slotId),
    listWaiting(tx, communityId, slotId),
    listGivenLate(tx, communityId, slotId),
  ])
  if (!locked) return null
  const { session, slot } = locked
  const lapsed = waiting.some(({ offer }) => offer !== null && offer.expiresAt <= now)
  const givable = frees || lapsed || givablePlaces(slot.terms, slot, now) > 0
  // Those who wait in vain stay unlocked: a sold-out slot may have hundreds of them.
  const waiters = givable ? waiting.map((party) => party.householdId) : []
  const concerned = [...new Set([...households, ...waiters])]
  const [heads, facts] = await Promise.all([
    lockHouseholds(tx, communityId, concerned),
    readHouseholdsFacts(tx, communityId, concerned, session, now),
  ])
  setHeads(facts, heads)
  const decided = nothingDecided()
  return {
    ...{ tx, communityId, concerned, now, session, slot, waiting, facts, givenLate, decided },
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
