import { saveHeld } from '../repositories/slot'
import { endOffer, type WaitingParty } from '../repositories/waitlist'
import type { OpenSlot } from './open-slot'

/** Takes back what a waiting party was offered, if it was: the places are free again. */
export async function takeOfferBack(
  { tx, communityId, now, slot }: OpenSlot,
  waiting: WaitingParty,
  endedBy: 'lapsed' | 'left',
): Promise<void> {
  if (waiting.offerId === null) return
  await endOffer(tx, communityId, waiting.offerId, endedBy, now)
  slot.held -= waiting.offerPlaces ?? 0
  await saveHeld(tx, communityId, slot)
  Object.assign(waiting, { offerId: null, offerExpiresAt: null, offerPlaces: null })
}
