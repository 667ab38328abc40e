import type { BookingFacts } from '@/domain/booking'
import { givablePlaces } from '@/domain/priority'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { bookingFacts, readHouseholdsFacts, type HouseholdsFacts } from '../repositories/booking-facts'
import { lockHouseholds, type PersonRow } from '../repositories/household'
import { findSession, lockSlot, sessionOfSlot, type SessionRow, type SlotRow } from '../repositories/slot'
import { listWaiting, type WaitingParty } from '../repositories/waitlist'

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

/** The same, locked: its places may be given and taken. */
export interface OpenSlot extends SlotReading {
  tx: Transaction
  communityId: string
  /** households that are locked, and that the facts are about */
  concerned: string[]
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
  const sessionId = await sessionOfSlot(tx, communityId, slotId)
  if (!sessionId) return null
  const session = await findSession(tx, communityId, sessionId, 'share')
  const slot = await lockSlot(tx, communityId, slotId)
  if (!session || !slot) return null
  const waiting = await listWaiting(tx, communityId, slotId)
  const lapsed = waiting.some((party) => party.offerExpiresAt !== null && party.offerExpiresAt <= now)
  const givable = frees || lapsed || givablePlaces(slot.terms, slot, now) > 0
  // Those who wait in vain stay unlocked: a sold-out slot may have hundreds of them.
  const waiters = givable ? waiting.map((party) => party.householdId) : []
  const concerned = [...new Set([...households, ...waiters])]
  await lockHouseholds(tx, communityId, concerned)
  const facts = await readHouseholdsFacts(tx, communityId, concerned, session, now)
  return { tx, communityId, concerned, now, session, slot, waiting, facts }
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
  return bookingFacts(reading.facts, { session, slot, places, now }, party)
}
