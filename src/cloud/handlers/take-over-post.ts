import { writeSlot } from '../allotment/decided'
import { openPost, type OpenPost } from '../allotment/open-post'
import type { PartyRequest } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { firstBefore, handOver, whyNotTake } from '../allotment/pass-on'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findBooking } from '../repositories/place'

export const takeOverPost: MemberHandler<'takeOverPost'> = async ({ tx, resident, now }, { bookingId }) => {
  const { communityId, householdId } = resident
  const booking = await findBooking(tx, communityId, bookingId)
  if (booking?.householdId !== householdId) throw notFound('post of your household')
  const opened = await openPost(tx, communityId, booking, { taker: null, now })
  if (opened instanceof Refused) return opened
  const party = partyFrom(opened.open, resident, [{ kind: 'self' }])
  if ('failure' in party) throw party.failure
  const answer = await decide(opened, party)
  await writeSlot(opened.open)
  return answer
}

async function decide(opened: OpenPost, taker: PartyRequest): Promise<Refused | { bookingId: string }> {
  const { open, link } = opened
  const asked = link?.waitlistUntil ?? null
  // Who was asked and did not come in time stands in nobody's way.
  const first = asked !== null && asked <= open.now ? null : firstBefore(opened, taker)
  if (first) return new Refused({ reason: 'waitlist_first', until: asked })
  const refusal = whyNotTake(opened, taker)
  if (refusal) return new Refused(refusal)
  const bookingId = await handOver(opened, taker, 'substitute')
  settleWaitlist(open)
  return { bookingId }
}
