import { debit, type Movement } from '@/domain/account'
import { sharePoints } from '@/domain/points'
import { newRowId } from '../ids'
import type { NewBooking } from '../repositories/place'
import { readingOf, type OpenSlot, type PartyRequest } from './open-slot'

/** What a party pays for its places: `cost` points in all, and whether they are places of the window. */
export interface Terms {
  window: boolean
  cost: number
}

/**
 * Books places the domain has agreed to, takes their price, and folds both into the facts, so that the
 * next verdict in the same transaction sees them.
 * @returns the booking, as it will be written
 */
export function givePlaces(
  open: OpenSlot,
  { booker, attendees }: PartyRequest,
  { window, cost }: Terms,
  source: NewBooking['source'],
): NewBooking {
  const id = newRowId()
  const prices = sharePoints(cost, attendees.length)
  const booking: NewBooking = {
    ...{ id, householdId: booker.householdId, bookedBy: booker.id, source },
    places: attendees.map((attendee, index) => {
      const paid = prices[index] ?? 0
      const purpose = { bookingId: id, attendeeId: attendee.id }
      const paymentId = paid > 0 ? pay(open, booker.householdId, purpose, paid) : null
      return { attendeeId: attendee.id, attendeeKind: attendee.kind, paid, paymentId, inWindow: window }
    }),
  }
  open.decided.bookings.push(booking)
  open.decided.retaken.push(...open.givenLate.splice(0, attendees.length))
  open.slot.held += attendees.length
  if (window) open.slot.heldByWindow += attendees.length
  fold(open, { booker, attendees })
  return booking
}

/** @returns id of the movement */
function pay(
  open: OpenSlot,
  householdId: string,
  purpose: { bookingId: string; attendeeId: string },
  amount: number,
): string {
  const { communityId, session, now } = open
  const reading = readingOf(open, householdId)
  const movement: Movement = {
    ...{ communityId, id: newRowId(), accountId: householdId, kind: 'booking', sessionId: session.id },
    ...{ ...purpose, reverses: null, createdAt: now },
  }
  const paid = debit(reading.account, movement, amount)
  if (!paid) throw new Error('a payment larger than the points that can be spent')
  reading.account = paid.account
  open.decided.postings.push(paid.posting)
  return movement.id
}

function fold(open: OpenSlot, { booker, attendees }: PartyRequest): void {
  const { session, slot } = open
  const { overlapping, counts } = readingOf(open, booker.householdId)
  const { id: sessionId, startsAt, endsAt, title } = session
  for (const { id } of attendees)
    overlapping.push({ attendeeId: id, slotId: slot.id, sessionId, title, startsAt, endsAt })
  counts.openBookings += 1
  if (slot.terms.kind === 'post') counts.postsThatWeek += attendees.length
  else counts.hadPlaceInActivity = true
}
