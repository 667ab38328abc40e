import { writeSlot } from '../allotment/decided'
import { giveBack } from '../allotment/give-back'
import { rememberGiven } from '../allotment/remember-given'
import { openSlot, rereadFacts } from '../allotment/open-slot'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findBooking, listActivePlaces } from '../repositories/place'

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
  const { returned, late } = await giveBack(open, booking, given)
  await writeSlot(open)
  // The household may itself be waiting, with somebody else of the family: its points and bookings have changed.
  await rereadFacts(open)
  const passedOn = settleWaitlist(open) > 0
  await writeSlot(open)
  if (!late && !passedOn)
    await rememberGiven(open, { bookingId: booking.id, householdId, residentId: resident.id }, given)
  return { returned, late, passedOn }
}
