import { newRowId } from '../ids'
import { insertBooking, markRetaken } from '../repositories/place'
import { debit } from '../repositories/points'
import { saveHeld } from '../repositories/slot'
import type { OpenSlot, PartyRequest } from './open-slot'

/**
 * Books places the domain has agreed to, takes their price, and folds both into the facts, so that the
 * next verdict in the same transaction sees them.
 * @returns id of the booking
 */
export async function givePlaces(
  open: OpenSlot,
  { booker, attendees }: PartyRequest,
  verdict: { window: boolean; cost: number },
  source: 'booking' | 'waitlist',
): Promise<string> {
  const { tx, communityId, now, session, slot } = open
  const bookingId = newRowId()
  const price = verdict.cost / attendees.length
  const places = []
  for (const { id, kind } of attendees) {
    const paymentId = verdict.window
      ? await debit(
          tx,
          communityId,
          {
            accountId: booker.householdId,
            kind: 'booking',
            sessionId: session.id,
            bookingId,
            attendeeId: id,
            reverses: null,
            now,
          },
          price,
        )
      : null
    places.push({ attendeeId: id, attendeeKind: kind, paid: price, paymentId })
  }
  await insertBooking(tx, communityId, open, {
    id: bookingId,
    householdId: booker.householdId,
    bookedBy: booker.id,
    source: source === 'waitlist' ? 'waitlist' : verdict.window ? 'window' : 'general',
    places,
  })
  slot.held += attendees.length
  if (verdict.window) slot.heldByWindow += attendees.length
  await saveHeld(tx, communityId, slot)
  await markRetaken(tx, communityId, slot.id, attendees.length, now)
  fold(open, { booker, attendees }, verdict.cost)
  return bookingId
}

function fold({ facts, session, slot }: OpenSlot, { booker, attendees }: PartyRequest, cost: number): void {
  for (const { id } of attendees) {
    const { startsAt, endsAt, title } = session
    facts.overlapping.push({
      attendeeId: id,
      slotId: slot.id,
      sessionId: session.id,
      title,
      startsAt,
      endsAt,
    })
  }
  let counts = facts.counts.find((row) => row.householdId === booker.householdId)
  if (!counts) {
    counts = { householdId: booker.householdId, postsThatWeek: 0, openBookings: 0, hadPlaceInActivity: false }
    facts.counts.push(counts)
  }
  counts.openBookings += 1
  if (slot.terms.kind === 'post') counts.postsThatWeek += attendees.length
  else counts.hadPlaceInActivity = true
  let due = cost
  for (const lot of facts.lots.filter((it) => it.accountId === booker.householdId)) {
    const part = Math.min(lot.left, due)
    lot.left -= part
    due -= part
  }
}
