import { freeCancelUntil } from '@/domain/cancellation'
import { writeSlot } from '../allotment/decided'
import { openSlot, rereadFacts, type OpenSlot } from '../allotment/open-slot'
import { returnPoints } from '../allotment/return-points'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import { cancelPlaces, findBooking, listActivePlaces, toldAt } from '../repositories/place'
import { endSubstitute } from '../repositories/substitute'

export const cancelBooking: MemberHandler<'cancelBooking'> = async ({ tx, resident, now }, payload) => {
  const { communityId, householdId } = resident
  const booking = await findBooking(tx, communityId, payload.bookingId)
  if (booking?.householdId !== householdId) throw notFound('booking of your household')
  const open = await openSlot(tx, communityId, booking.slotId, {
    households: [householdId],
    frees: true,
    now,
  })
  if (!open) throw notFound('slot')
  const { session } = open
  if (now >= session.startsAt) return new Refused({ reason: 'cancel_too_late', startsAt: session.startsAt })
  const held = await listActivePlaces(tx, communityId, booking.id)
  const given = held.filter((place) => payload.attendeeIds?.includes(place.attendeeId) ?? true)
  if (given.length === 0) return new Refused({ reason: 'already_ended' })
  const { source, createdAt } = booking
  const late =
    session.cancelledAt === null && now >= freeCancelUntil(session, toldAt(source, createdAt), createdAt)
  await cancelPlaces(
    tx,
    communityId,
    booking.id,
    given.map((place) => place.attendeeId),
    { late, now },
  )
  await endSubstitute(tx, communityId, booking.id, 'cancelled', now)
  if (late) open.givenLate.push(...given.map(({ attendeeId }) => ({ bookingId: booking.id, attendeeId })))
  const returned = late ? 0 : await returnPoints(open, { bookingId: booking.id, householdId, places: given })
  takeBack(open, given)
  await writeSlot(open)
  // The household may itself be waiting, with somebody else of the family: its points and bookings have changed.
  await rereadFacts(open)
  const passedOn = settleWaitlist(open) > 0
  await writeSlot(open)
  return { returned, late, passedOn }
}

function takeBack(open: OpenSlot, places: { inWindow: boolean }[]): void {
  const ofWindow = places.filter((place) => place.inWindow).length
  open.slot.held -= places.length
  open.slot.heldByWindow -= ofWindow
  open.freedOfWindow += ofWindow
}
