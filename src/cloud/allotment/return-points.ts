import { returnedExpiry } from '@/domain/points'
import type { ActivePlace } from '../repositories/place'
import { credit, listPaidFrom } from '../repositories/points'
import type { OpenSlot } from './open-slot'

/**
 * Gives back what was paid for places, each payment by its own movement, with the expiry it had.
 * @returns points that came back
 */
export async function returnPoints(
  { tx, communityId, session, now }: OpenSlot,
  { bookingId, householdId, places }: { bookingId: string; householdId: string; places: ActivePlace[] },
): Promise<number> {
  let returned = 0
  for (const { paymentId, attendeeId, paid } of places) {
    if (paymentId === null) continue
    const lots = await listPaidFrom(tx, communityId, paymentId)
    await credit(
      tx,
      communityId,
      {
        accountId: householdId,
        kind: 'return',
        sessionId: session.id,
        bookingId,
        attendeeId,
        reverses: paymentId,
        now,
      },
      lots.map(({ amount, expiresAt }) => ({ amount, expiresAt: returnedExpiry(expiresAt, now) })),
    )
    returned += paid
  }
  return returned
}
