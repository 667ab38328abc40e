import { checkBooking, priceForEarly } from '@/domain/booking'
import { phaseAt } from '@/domain/priority'
import type { WaitingParty } from '../repositories/waitlist'
import type { Terms } from './give-places'
import { factsFor, readingOf, type PartyRequest, type SlotReading } from './open-slot'

/** A waiting party that may have places now, and what it pays for them. */
export interface Deserved {
  party: PartyRequest
  terms: Terms
}

/** What a waiting party may have now by the booking rule, every free place being its own; null: nothing. */
export function deservedBy(reading: SlotReading, waiting: WaitingParty): Deserved | null {
  if (waiting.offer !== null) return null
  // Window places go to those who chose to pay.
  if (phaseAt(reading.slot.terms, reading.now) === 'window' && !waiting.usePoints) return null
  const party = partyOf(reading, waiting)
  if (!party) return null
  const verdict = checkBooking(factsFor(reading, party))
  return verdict.ok ? { party, terms: verdict } : null
}

/** The same after opening, for places that came free of the window: against points; null: not this party. */
export function deservedByPaying(reading: SlotReading, waiting: WaitingParty): Deserved | null {
  const deserved = waiting.usePoints ? deservedBy(reading, waiting) : null
  const cost = deserved && priceForEarly(factsFor(reading, deserved.party))
  return deserved && cost !== null ? { party: deserved.party, terms: { window: true, cost } } : null
}

/** The people a party is made of that waits, or that applied; null when one of them is no longer in the household. */
export function partyOf(
  reading: SlotReading,
  { householdId, joinedBy, attendees: ids }: Pick<WaitingParty, 'householdId' | 'joinedBy' | 'attendees'>,
): PartyRequest | null {
  const { people } = readingOf(reading, householdId)
  const find = (id: string) => people.find((person) => person.id === id)
  const booker = find(joinedBy)
  const attendees = ids.flatMap((id) => find(id) ?? [])
  return booker && attendees.length === ids.length ? { booker, attendees } : null
}
