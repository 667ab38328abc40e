import { checkOnTheSpot } from '@/domain/booking'
import { PROVEN_FOR, triesLeft } from '@/domain/check-in-code'
import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { admit, bookerOf } from '../allotment/booker'
import { writeSlot } from '../allotment/decided'
import { givePlaces } from '../allotment/give-places'
import { leaveLine } from '../allotment/leave-line'
import { factsFor, openSlot } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type VisitorHandler } from '../handler'
import { findTries, recordCheckIn } from '../repositories/presence'

export const takeAndCheckIn: VisitorHandler<'takeAndCheckIn'> = async (context, payload) => {
  const { tx, resident, now } = context
  const { communityId, sessionId, slotId } = payload
  const households = resident ? [resident.householdId] : []
  const open = await openSlot(tx, communityId, slotId, { households, frees: false, now })
  if (!open || open.session.id !== sessionId) throw notFound('slot in this session')
  const closed = whyNotOnTheSpot(open.session, 'check_in', now)
  if (closed) return new Refused(closed)
  const tries = await findTries(tx, communityId, sessionId, context.openId)
  if (tries.rightAt === null || now >= tries.rightAt + PROVEN_FOR)
    return new Refused({ reason: 'code_wrong', triesLeft: triesLeft(tries, now).left })
  settleWaitlist(open)
  const booker = bookerOf(open, context)
  const here = () => recordCheckIn(tx, communityId, sessionId, booker.id, { method: 'code', at: now })
  // A second tap, or booked meanwhile on another phone: there is a place already.
  let checkedInAt = resident && (await here())
  if (checkedInAt === null) {
    const party = partyFrom(open, booker, [{ kind: 'self' }])
    if ('failure' in party) throw party.failure
    const refusal = checkOnTheSpot(factsFor(open, party))
    if (refusal) {
      await writeSlot(open)
      return new Refused(refusal)
    }
    admit(open, context)
    givePlaces(open, party, { window: false, cost: 0 }, 'general')
    leaveLine(open, party)
    settleWaitlist(open)
  }
  await writeSlot(open)
  checkedInAt ??= await here()
  if (checkedInAt === null) throw new Error('a place that was given and is not there')
  return { checkedInAt }
}
