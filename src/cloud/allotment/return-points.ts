import { credit, type Movement } from '@/domain/account'
import { creditsBack } from '@/domain/correction'
import { newRowId } from '../ids'
import type { ActivePlace } from '../repositories/place'
import { readMoved } from '../repositories/moved'
import { readingOf, type OpenSlot } from './open-slot'

/**
 * Gives back what was paid for places, each payment by its own movement, with the expiry it had. What a
 * correction gave back before does not come again.
 * @returns points that came back
 */
export async function returnPoints(
  open: OpenSlot,
  { bookingId, householdId, places }: { bookingId: string; householdId: string; places: ActivePlace[] },
): Promise<number> {
  const { tx, communityId, session, now } = open
  const reading = readingOf(open, householdId)
  let returned = 0
  for (const { paymentId, attendeeId } of places) {
    if (paymentId === null) continue
    const paid = await readMoved(tx, communityId, { id: paymentId, kind: 'booking' }, now)
    if (paid.points <= 0) continue
    const movement: Movement = {
      ...{ communityId, id: newRowId(), accountId: householdId, kind: 'return', sessionId: session.id },
      ...{ bookingId, attendeeId, reverses: paymentId, createdAt: now },
    }
    const { account, posting } = credit(reading.account, movement, creditsBack(paid, paid.points, now))
    reading.account = account
    open.decided.postings.push(posting)
    returned += paid.points
  }
  return returned
}
