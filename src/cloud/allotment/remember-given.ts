import { wasSought } from '@/domain/given-back'
import { countGivenBack, insertGivenBack } from '../repositories/given-back'
import type { ActivePlace } from '../repositories/place'
import type { OpenSlot } from './open-slot'

/**
 * Remembers places given back in time that went to nobody yet, so that who gave them back hears when they do: of a slot
 * that was full, for else nothing came of it.
 * @param places as they were held, out of the slot by now
 */
export async function rememberGiven(
  { tx, communityId, session, slot, now }: OpenSlot,
  who: { bookingId: string; householdId: string; residentId: string },
  places: ActivePlace[],
): Promise<void> {
  if (session.cancelledAt !== null) return
  const before = await countGivenBack(tx, communityId, slot.id)
  const held = slot.held + places.length
  if (!wasSought({ held, capacity: slot.terms.capacity }, before)) return
  const given = places.map(({ attendeeId }) => ({ ...who, attendeeId, cancelledAt: now }))
  await insertGivenBack(tx, communityId, { slotId: slot.id, sessionId: session.id }, given)
}
