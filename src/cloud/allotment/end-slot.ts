import { listApplications } from '../repositories/draw-application'
import { endBookings, type HeldBooking } from '../repositories/held-booking'
import { writeSlot } from './decided'
import { endWaiting, takeOfferBack } from './end-waiting'
import type { OpenSlot } from './open-slot'
import { returnPoints } from './return-points'

/** By resident: whom something concerns, and the points that come back to them for it. */
export type Told = Map<string, number>

export function tellOf(told: Told, residentId: string, points = 0): void {
  told.set(residentId, (told.get(residentId) ?? 0) + points)
}

/**
 * Ends everything in a slot of a session that will not take place: places go back with their points, nobody
 * waits, and what was to be drawn is not.
 * @param bookings all that hold places; their households are concerned
 */
export async function endSlot(open: OpenSlot, bookings: HeldBooking[], told: Told): Promise<void> {
  const { tx, communityId, slot, now } = open
  for (const booking of bookings) {
    const { id, householdId, bookedBy, places } = booking
    tellOf(told, bookedBy, await returnPoints(open, { bookingId: id, householdId, places }))
  }
  for (const waiting of [...open.waiting]) {
    takeOfferBack(open, waiting, 'cancelled')
    endWaiting(open, waiting, 'cancelled')
    tellOf(told, waiting.joinedBy)
  }
  if (slot.terms.allocation === 'draw' && slot.terms.drawnAt === null) {
    for (const { appliedBy } of await listApplications(tx, communityId, slot.id)) tellOf(told, appliedBy)
  }
  slot.held = 0
  slot.heldByWindow = 0
  const ids = bookings.map((booking) => booking.id)
  await endBookings(tx, communityId, ids, now)
  await writeSlot(open)
}
