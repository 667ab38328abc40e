import { freeCancelUntil } from '@/domain/cancellation'
import { cancelPlaces, toldAt, type ActivePlace, type BookingHead } from '../repositories/place'
import { endSubstitute } from '../repositories/substitute'
import { writeSlot } from './decided'
import type { OpenSlot } from './open-slot'
import { returnPoints } from './return-points'

/**
 * Gives places of a booking back before the start: they are free, and the points paid come back unless it is late.
 * Who waits is not asked here.
 */
export async function giveBack(
  open: OpenSlot,
  booking: BookingHead,
  given: ActivePlace[],
): Promise<{ returned: number; late: boolean }> {
  const { tx, communityId, now } = open
  const { id: bookingId, householdId } = booking
  const late = isLate(open, booking)
  const attendees = given.map((place) => place.attendeeId)
  await cancelPlaces(tx, communityId, bookingId, attendees, { late, now })
  await endSubstitute(tx, communityId, bookingId, 'cancelled', now)
  if (late) open.givenLate.push(...attendees.map((attendeeId) => ({ bookingId, attendeeId })))
  const returned = late ? 0 : await returnPoints(open, { bookingId, householdId, places: given })
  takeBack(open, given)
  await writeSlot(open)
  return { returned, late }
}

/** Whether giving back now comes too late to be free. */
export function isLate(
  { session, now }: Pick<OpenSlot, 'session' | 'now'>,
  { source, createdAt }: Pick<BookingHead, 'source' | 'createdAt'>,
): boolean {
  return session.cancelledAt === null && now >= freeCancelUntil(session, toldAt(source, createdAt), createdAt)
}

function takeBack(open: OpenSlot, places: { inWindow: boolean }[]): void {
  const ofWindow = places.filter((place) => place.inWindow).length
  open.slot.held -= places.length
  open.slot.heldByWindow -= ofWindow
  open.freedOfWindow += ofWindow
}
