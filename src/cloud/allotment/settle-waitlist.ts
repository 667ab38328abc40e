import { givablePlaces } from '@/domain/priority'
import { freeCancelUntil } from '@/domain/cancellation'
import { offerExpiry, wayOfGiving } from '@/domain/waitlist'
import { newRowId } from '../ids'
import { insertNotice } from '../repositories/notice'
import { saveHeld } from '../repositories/slot'
import { endEntry, insertOffer, type WaitingParty } from '../repositories/waitlist'
import { takeOfferBack } from './take-offer-back'
import { givePlaces } from './give-places'
import { deservedBy, type Deserved } from './next-in-line'
import type { OpenSlot } from './open-slot'

/**
 * Gives free places to those who wait, in the order of joining, before anybody else is asked: lapses
 * offers whose time is over, then books or offers for each party that fits and may have the place now.
 * @returns how many parties were given something
 */
export async function settleWaitlist(open: OpenSlot): Promise<number> {
  await lapseOffers(open)
  let given = 0
  for (const waiting of [...open.waiting]) {
    if (givablePlaces(open.slot.terms, open.slot, open.now) === 0) break
    const deserved = deservedBy(open, waiting)
    if (!deserved) continue
    // A party that chose to pay has agreed beforehand, so a window place is never a mere offer.
    const booked = deserved.verdict.window || wayOfGiving(open.now, open.session.startsAt) === 'booked'
    await (booked ? book(open, waiting, deserved) : offer(open, waiting))
    given += 1
  }
  return given
}

async function lapseOffers(open: OpenSlot): Promise<void> {
  const { tx, communityId, now } = open
  for (const party of open.waiting) {
    if (party.offerExpiresAt === null || party.offerExpiresAt > now) continue
    await takeOfferBack(open, party, 'lapsed')
    await endEntry(tx, communityId, party.id, 'lapsed', now)
    open.waiting = open.waiting.filter((other) => other !== party)
  }
}

async function book(open: OpenSlot, waiting: WaitingParty, { party, verdict }: Deserved): Promise<void> {
  const { tx, communityId, now, session } = open
  await givePlaces(open, party, verdict, 'waitlist')
  await endEntry(tx, communityId, waiting.id, 'booked', now)
  open.waiting = open.waiting.filter((other) => other !== waiting)
  await insertNotice(tx, communityId, {
    residentId: waiting.joinedBy,
    kind: 'booked_from_waitlist',
    sessionId: session.id,
    points: null,
    until: freeCancelUntil(session, now),
    now,
  })
}

async function offer(open: OpenSlot, waiting: WaitingParty): Promise<void> {
  const { tx, communityId, now, session, slot } = open
  const places = waiting.attendees.length
  const expiresAt = offerExpiry(now, session.startsAt)
  const id = newRowId()
  await insertOffer(tx, communityId, { id, entryId: waiting.id, slotId: slot.id, places, now, expiresAt })
  Object.assign(waiting, { offerId: id, offerExpiresAt: expiresAt, offerPlaces: places })
  slot.held += places
  await saveHeld(tx, communityId, slot)
  await insertNotice(tx, communityId, {
    residentId: waiting.joinedBy,
    kind: 'waitlist_offer',
    sessionId: session.id,
    points: null,
    until: expiresAt,
    now,
  })
}
