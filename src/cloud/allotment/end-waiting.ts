import type { EndedOffer } from '../repositories/offer'
import type { EndedEntry, WaitingParty } from '../repositories/waitlist'
import type { OpenSlot } from './open-slot'

/** Its turn has passed, or there is nothing left to wait for, whether or not a tick has noticed. */
export function isOver({ now, session }: OpenSlot, { offer }: WaitingParty): boolean {
  return now >= session.startsAt || (offer !== null && offer.expiresAt <= now)
}

/** Takes back what a waiting party was offered, if it was: the places are free again. */
export function takeOfferBack(open: OpenSlot, waiting: WaitingParty, endedBy: EndedOffer['endedBy']): void {
  const { offer } = waiting
  if (offer === null) return
  const { decided } = open
  const unwritten = decided.offers.findIndex(({ id }) => id === offer.id)
  if (unwritten >= 0) decided.offers.splice(unwritten, 1)
  else decided.endedOffers.push({ id: offer.id, endedBy })
  open.slot.held -= offer.places
  if (offer.price !== null && endedBy !== 'accepted') open.freedOfWindow += offer.places
  waiting.offer = null
}

/** The party waits no longer. */
export function endWaiting(open: OpenSlot, waiting: WaitingParty, endedBy: EndedEntry['endedBy']): void {
  open.decided.endedEntries.push({ id: waiting.id, endedBy })
  open.waiting = open.waiting.filter((other) => other !== waiting)
}
