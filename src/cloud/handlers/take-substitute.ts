import { wayOfGiving } from '@/domain/waitlist'
import { admit, bookerOf, type Asking } from '../allotment/booker'
import { writeSlot } from '../allotment/decided'
import { openPost, type OpenPost } from '../allotment/open-post'
import { partyFrom } from '../allotment/party'
import { firstBefore, handOver, handOverInLine, keptUntil, whyNotTake } from '../allotment/pass-on'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type VisitorHandler } from '../handler'
import { findSubstitute } from '../repositories/substitute'
import { readSessionView } from '../views/session-view'

export const takeSubstitute: VisitorHandler<'takeSubstitute'> = async (context, payload) => {
  const { tx, resident, now } = context
  const { communityId, substituteId } = payload
  const found = await findSubstitute(tx, communityId, substituteId)
  if (!found) return gone()
  const booking = { ...found, id: found.bookingId }
  const opened = await openPost(tx, communityId, booking, { taker: resident?.householdId ?? null, now })
  if (opened instanceof Refused) return gone()
  const answer = await decide(opened, substituteId, context)
  await writeSlot(opened.open)
  if (answer instanceof Refused) return answer
  const booker = bookerOf(opened.open, context)
  const session = await readSessionView(tx, communityId, found.sessionId, booker, now)
  if (!session) throw notFound('session')
  return { bookingId: answer.bookingId, session }
}

async function decide(
  opened: OpenPost,
  substituteId: string,
  asking: Asking,
): Promise<Refused | { bookingId: string }> {
  const { open, link } = opened
  // Read again under the lock: somebody may have been quicker.
  if (link?.id !== substituteId) return gone()
  const party = partyFrom(open, bookerOf(open, asking), [{ kind: 'self' }])
  if ('failure' in party) throw party.failure
  const first = firstBefore(opened, party)
  if (first && wayOfGiving(open.now, open.session.startsAt) === 'booked') {
    await handOverInLine(opened, first)
    return gone()
  }
  const until = first && (await keptUntil(open, link, first))
  if (until !== null) return new Refused({ reason: 'waitlist_first', until })
  const refusal = whyNotTake(opened, party)
  if (refusal) return new Refused(refusal)
  admit(open, asking)
  const bookingId = await handOver(opened, party, 'substitute')
  // An offer the taker had may have come free for the next.
  settleWaitlist(open)
  return { bookingId }
}

const gone = () => new Refused({ reason: 'substitute_gone' })
