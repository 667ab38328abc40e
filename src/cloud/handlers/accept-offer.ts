import { checkBooking } from '@/domain/booking'
import { givePlaces } from '../allotment/give-places'
import { partyOf } from '../allotment/next-in-line'
import { factsFor, openSlot } from '../allotment/open-slot'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import { saveHeld } from '../repositories/slot'
import { endEntry, endOffer, findEntry } from '../repositories/waitlist'
import { readSessionView } from '../views/session-view'

export const acceptOffer: MemberHandler<'acceptOffer'> = async ({ tx, resident, now }, { offerId }) => {
  const { communityId, householdId } = resident
  const entry = await findEntry(tx, communityId, { offerId })
  if (entry?.householdId !== householdId) throw notFound('offer to your household')
  const open = await openSlot(tx, communityId, entry.slotId, { households: [householdId], frees: true, now })
  if (!open) throw notFound('slot')
  // Lapses the offer here if its time is over, however late the timer is.
  await settleWaitlist(open)
  const own = open.waiting.find((waiting) => waiting.offerId === offerId)
  const party = own && partyOf(open, own)
  if (!own || !party) return new Refused({ reason: 'offer_lapsed' })
  // The offered places are its own: not held against it.
  open.slot.held -= own.offerPlaces ?? 0
  const verdict = checkBooking(factsFor(open, party))
  await endOffer(tx, communityId, offerId, verdict.ok ? 'accepted' : 'lapsed', now)
  await saveHeld(tx, communityId, open.slot)
  if (!verdict.ok) {
    // What stands against it now would stand until the offer lapses: the next party need not wait for that.
    await endEntry(tx, communityId, own.id, 'lapsed', now)
    open.waiting = open.waiting.filter((waiting) => waiting !== own)
    await settleWaitlist(open)
    return new Refused(verdict.refusal)
  }
  const bookingId = await givePlaces(open, party, verdict, 'waitlist')
  await endEntry(tx, communityId, own.id, 'booked', now)
  const session = await readSessionView(tx, communityId, open.session.id, resident, now)
  if (!session) throw notFound('session')
  return { bookingId, session }
}
