import type { FreePlace } from '@/contract/other-refusal'
import { checkOnTheSpot } from '@/domain/booking'
import { givablePlaces } from '@/domain/priority'
import type { Refusal } from '@/domain/refusal'
import type { Instant } from '@/domain/time'
import { deservedBy } from '../allotment/next-in-line'
import { factsFor, readingOf } from '../allotment/open-slot'
import type { Transaction } from '../db/database'
import { readHouseholdsFacts } from '../repositories/booking-facts'
import type { ResidentRow } from '../repositories/resident'
import { listSlots, type SessionRow, type SlotRow } from '../repositories/slot'
import { listWaiting, type WaitingParty } from '../repositories/waitlist'
import { stranger } from './stranger'

/**
 * What somebody who came without a booking could have; nothing is locked, so taking it asks again.
 * @returns the first slot they may have, posts before seats, else why the first of all is not to be had
 */
export async function readFreePlace(
  tx: Transaction,
  communityId: string,
  session: SessionRow,
  resident: ResidentRow | null,
  now: Instant,
): Promise<{ free: FreePlace | null; because: Refusal | null }> {
  const householdId = resident?.householdId ?? ''
  let because: Refusal | null = null
  const slots = await listSlots(tx, communityId, session.id)
  // Places for children are taken by booking them.
  const open = slots.filter(({ terms }) => terms.kind === 'post' || terms.ageBand === null)
  for (const stored of [...open].sort((a, b) => a.terms.kind.localeCompare(b.terms.kind))) {
    const waiting = await listWaiting(tx, communityId, stored.id)
    const slot = withoutLapsed(stored, waiting, now)
    const waiters = givablePlaces(slot.terms, slot, now) > 0 ? waiting.map((party) => party.householdId) : []
    const facts = await readHouseholdsFacts(
      tx,
      communityId,
      [...new Set([householdId, ...waiters])],
      session,
      now,
    )
    const reading = { now, session, slot, waiting, facts }
    const { people } = readingOf(reading, householdId)
    const booker = people.find((person) => person.id === resident?.id) ?? stranger(now)
    const first = waiting.filter((party) => waiters.length > 0 && deservedBy(reading, party))
    const refusal = checkOnTheSpot(
      factsFor(
        reading,
        { booker, attendees: [booker] },
        first.map((party) => party.attendees.length),
      ),
    )
    const { id: slotId, title, points, terms } = slot
    if (!refusal) return { free: { slotId, title, kind: terms.kind, points }, because: null }
    because ??= refusal
  }
  return { free: null, because }
}

/** An offer whose time is over keeps no place, though the tick has not ended it yet. */
function withoutLapsed(slot: SlotRow, waiting: WaitingParty[], now: Instant): SlotRow {
  const lapsed = waiting.flatMap(({ offer }) => (offer && offer.expiresAt <= now ? offer.places : 0))
  return { ...slot, held: slot.held - lapsed.reduce((sum, places) => sum + places, 0) }
}
