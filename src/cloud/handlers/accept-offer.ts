import { checkBooking, mayPay } from '@/domain/booking'
import { writeSlot } from '../allotment/decided'
import { endWaiting, takeOfferBack } from '../allotment/end-waiting'
import { givePlaces, type Terms } from '../allotment/give-places'
import { partyOf } from '../allotment/next-in-line'
import { factsFor, openSlot, type OpenSlot, type PartyRequest } from '../allotment/open-slot'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import type { Offer } from '../repositories/offer'
import { findEntry, type EntryRow } from '../repositories/waitlist'
import { readSessionView } from '../views/session-view'

export const acceptOffer: MemberHandler<'acceptOffer'> = async ({ tx, resident, now }, { offerId }) => {
  const { communityId, householdId } = resident
  const entry = await findEntry(tx, communityId, { offerId })
  if (entry?.householdId !== householdId) throw notFound('offer to your household')
  const open = await openSlot(tx, communityId, entry.slotId, { households: [householdId], frees: true, now })
  if (!open) throw notFound('slot')
  const answer = decide(open, offerId, entry)
  await writeSlot(open)
  if (answer instanceof Refused) return answer
  const session = await readSessionView(tx, communityId, open.session.id, resident, now)
  if (!session) throw notFound('session')
  return { bookingId: answer.bookingId, session }
}

function decide(open: OpenSlot, offerId: string, entry: EntryRow): Refused | { bookingId: string } {
  // Lapses the offer here if its time is over, however late the timer is.
  settleWaitlist(open)
  const own = open.waiting.find((waiting) => waiting.offer?.id === offerId)
  const party = own && partyOf(open, own)
  if (!own?.offer || !party) return whyGone(open, entry)
  const { offer } = own
  // The offered places are its own: not held against it.
  open.slot.held -= offer.places
  const verdict = checkBooking(factsFor(open, party))
  const terms = verdict.ok ? termsOf(open, party, offer) : verdict
  open.slot.held += offer.places
  takeOfferBack(open, own, 'cost' in terms ? 'accepted' : 'lapsed')
  if ('cost' in terms) {
    endWaiting(open, own, 'booked')
    return { bookingId: givePlaces(open, party, terms, 'waitlist').id }
  }
  // What stands against it now would stand until the offer lapses: the next party need not wait for that.
  // Who only lacks the points waits on for a place that costs none.
  if (terms.refusal.reason !== 'points_missing') endWaiting(open, own, 'lapsed')
  settleWaitlist(open)
  return new Refused(terms.refusal)
}

/** The offer was taken up, on another phone of the family say, or its time is over. */
function whyGone(open: OpenSlot, entry: EntryRow): Refused {
  const party = partyOf(open, entry)
  const verdict = party && checkBooking(factsFor(open, party))
  const has = verdict?.ok === false && verdict.refusal.reason === 'already_booked'
  return new Refused(has ? verdict.refusal : { reason: 'offer_lapsed' })
}

/** Places of the window are taken up against points; the household may have spent them meanwhile. */
function termsOf(
  open: OpenSlot,
  party: PartyRequest,
  { price, places }: Offer,
): Terms | { refusal: Missing } {
  if (price === null) return { window: false, cost: 0 }
  const facts = factsFor(open, party)
  const cost = price * places
  // What was offered stays so, even where the slot has shrunk since and its share would be less.
  if (mayPay(facts, cost)) return { window: true, cost }
  return { refusal: { reason: 'points_missing', need: cost, have: facts.household.canPay } }
}

type Missing = { reason: 'points_missing'; need: number; have: number }
