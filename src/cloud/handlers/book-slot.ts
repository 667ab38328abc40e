import { checkBooking } from '@/domain/booking'
import { admit, bookerOf } from '../allotment/booker'
import { writeSlot } from '../allotment/decided'
import { givePlaces } from '../allotment/give-places'
import { leaveLine } from '../allotment/leave-line'
import { factsFor, lockWithLine, openLocked, type OpenSlot } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type Asked, type BatchHandler, type BatchResult } from '../handler'
import { newBookingView } from '../views/booking-view'

/**
 * Decides about all that wait for a slot in one transaction, in the order in which they came: one lock,
 * the facts of all, each verdict folded into the facts of the next, one write.
 */
export const bookSlot: BatchHandler<'bookSlot'> = async ({ tx, communityId, now }, slotId, asking) => {
  const [requests, locked] = await Promise.all([asking, lockWithLine(tx, communityId, slotId)])
  if (!locked) return { results: requests.map(() => notFound('slot')), write: nothing }
  if (requests.length === 0) return { results: [], write: nothing }
  const households = requests.flatMap(({ resident }) => resident?.householdId ?? [])
  const open = await openLocked(tx, communityId, locked, { households, frees: false, now })
  settleWaitlist(open)
  const results = requests.map((request) => bookOne(open, request))
  return { results, write: () => writeSlot(open) }
}

const nothing = () => Promise.resolve()

function bookOne(open: OpenSlot, asked: Asked<'bookSlot'>): BatchResult<'bookSlot'> {
  const booker = bookerOf(open, asked)
  const party = partyFrom(open, booker, asked.payload.party)
  if ('failure' in party) return party.failure
  const verdict = checkBooking(factsFor(open, party))
  if (!verdict.ok) return new Refused(verdict.refusal)
  admit(open, asked)
  const booking = givePlaces(open, party, verdict, verdict.window ? 'window' : 'general')
  booking.shareId = asked.payload.shareId
  leaveLine(open, party)
  // An offer the party had may have come free for the next.
  settleWaitlist(open)
  return { bookingId: booking.id, ...newBookingView(open, party, booking) }
}
