import { withoutPost } from '@/domain/substitute'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { notFound, Refused } from '../handler'
import { listActivePlaces, type ActivePlace, type BookingHead } from '../repositories/place'
import { findOpenSubstitute, type SubstituteRow } from '../repositories/substitute'
import { openSlot, readingOf, type OpenSlot, type SlotReading } from './open-slot'
import { settleWaitlist } from './settle-waitlist'

/** A post somebody holds and would pass on. */
export interface HeldPost {
  bookingId: string
  householdId: string
  place: ActivePlace
}

/** The same in its locked slot, with the link by which it is passed on; null: none is out. */
export interface OpenPost {
  open: OpenSlot
  post: HeldPost
  link: SubstituteRow | null
}

/**
 * Locks the slot of a booking with the households of its holder and of whoever would take it.
 * @param taker household; null: of the holder's, or not yet a member
 * @returns a refusal for what is no post, or not held any more
 */
export async function openPost(
  tx: Transaction,
  communityId: string,
  { id: bookingId, slotId, householdId }: Pick<BookingHead, 'id' | 'slotId' | 'householdId'>,
  { taker, now }: { taker: string | null; now: Instant },
): Promise<OpenPost | Refused> {
  const households = taker === null ? [householdId] : [householdId, taker]
  const open = await openSlot(tx, communityId, slotId, { households, frees: true, now })
  if (!open) throw notFound('slot')
  const { slot, session } = open
  if (slot.terms.kind !== 'post') return new Refused({ reason: 'not_a_post' })
  if (session.cancelledAt !== null) return new Refused({ reason: 'session_cancelled' })
  if (now >= session.startsAt) return new Refused({ reason: 'cancel_too_late', startsAt: session.startsAt })
  const [place] = await listActivePlaces(tx, communityId, bookingId)
  if (!place) return new Refused({ reason: 'already_ended' })
  const link = await findOpenSubstitute(tx, communityId, bookingId)
  settleWaitlist(open)
  return { open, post: { bookingId, householdId, place }, link }
}

/** How things would stand were the post free: by this the rules are asked whether others may have it. */
export function asIfFree(reading: SlotReading, { householdId, place }: HeldPost): SlotReading {
  const { slot, facts } = reading
  const own = readingOf(reading, householdId)
  const overlapping = own.overlapping.filter(
    (it) => it.slotId !== slot.id || it.attendeeId !== place.attendeeId,
  )
  return {
    ...reading,
    slot: { ...slot, held: slot.held - 1 },
    facts: new Map(facts).set(householdId, { ...own, overlapping, counts: withoutPost(own.counts) }),
  }
}
