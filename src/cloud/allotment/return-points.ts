import { credit, type Movement } from '@/domain/account'
import { returnedExpiry } from '@/domain/points'
import { newRowId } from '../ids'
import type { ActivePlace } from '../repositories/place'
import { listPaidFrom } from '../repositories/points'
import { readingOf, type OpenSlot } from './open-slot'

/**
 * Gives back what was paid for places, each payment by its own movement, with the expiry it had.
 * @returns points that came back
 */
export async function returnPoints(
  open: OpenSlot,
  { bookingId, householdId, places }: { bookingId: string; householdId: string; places: ActivePlace[] },
): Promise<number> {
  const { tx, communityId, session, now } = open
  const reading = readingOf(open, householdId)
  let returned = 0
  for (const { paymentId, attendeeId, paid } of places) {
    if (paymentId === null) continue
    const lots = await listPaidFrom(tx, communityId, paymentId)
    const movement: Movement = {
      ...{ communityId, id: newRowId(), accountId: householdId, kind: 'return', sessionId: session.id },
      ...{ bookingId, attendeeId, reverses: paymentId, createdAt: now },
    }
    const back = lots.map(({ amount, expiresAt }) => ({ amount, expiresAt: returnedExpiry(expiresAt, now) }))
    const { account, posting } = credit(reading.account, movement, back)
    reading.account = account
    open.decided.postings.push(posting)
    returned += paid
  }
  return returned
}
