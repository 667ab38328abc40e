import { freeCancelUntil } from '@/domain/cancellation'
import { cancelPlaces, toldAt, type ActivePlace, type BookingHead } from '../repositories/place'
import { endSubstitute } from '../repositories/substitute'
import type { OpenSlot } from './open-slot'
import { returnPoints } from './return-points'

/**
 * Gives places of a booking back before their session begins; what was paid comes back unless it is too late for
 * that. The slot is still to be written, and those who wait still to be served.
 * @returns points that came back, and whether it was late
 */
export async function giveBack(
  open: OpenSlot,
  { id, source, createdAt, householdId }: Pick<BookingHead, 'id' | 'source' | 'createdAt' | 'householdId'>,
  given: ActivePlace[],
): Promise<{ returned: number; late: boolean }> {
  const { tx, communityId, now } = open
  const late = isLate(open, { source, createdAt })
  const attendees = given.map((place) => place.attendeeId)
  await cancelPlaces(tx, communityId, id, attendees, { late, now })
  await endSubstitute(tx, communityId, id, 'cancelled', now)
  if (late) open.givenLate.push(...attendees.map((attendeeId) => ({ bookingId: id, attendeeId })))
  const returned = late ? 0 : await returnPoints(open, { bookingId: id, householdId, places: given })
  takeBack(open, given)
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
