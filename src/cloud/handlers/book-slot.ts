import { checkBooking } from '@/domain/booking'
import { bookerOf, refuse } from '../allotment/booker'
import { givePlaces } from '../allotment/give-places'
import { factsFor, openSlot } from '../allotment/open-slot'
import { leaveLine } from '../allotment/leave-line'
import { partyFrom } from '../allotment/party'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, type VisitorHandler } from '../handler'
import { sessionOfSlot } from '../repositories/slot'
import { readSessionView } from '../views/session-view'

export const bookSlot: VisitorHandler<'bookSlot'> = async (context, payload) => {
  const { tx, now } = context
  const { communityId, slotId } = payload
  if (!(await sessionOfSlot(tx, communityId, slotId))) throw notFound('slot')
  const booker = await bookerOf(context, communityId)
  const open = await openSlot(tx, communityId, slotId, {
    households: [booker.householdId],
    frees: false,
    now,
  })
  if (!open) throw notFound('slot')
  const party = partyFrom(open, booker, payload.party)
  await settleWaitlist(open)
  const verdict = checkBooking(factsFor(open, party))
  if (!verdict.ok) return refuse(context, verdict.refusal)
  const bookingId = await givePlaces(open, party, verdict, 'booking')
  await leaveLine(open, party)
  // An offer the party had may have come free for the next.
  await settleWaitlist(open)
  const session = await readSessionView(tx, communityId, open.session.id, booker, now)
  if (!session) throw notFound('session')
  return { bookingId, session }
}
