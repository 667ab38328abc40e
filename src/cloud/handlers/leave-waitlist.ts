import { writeSlot } from '../allotment/decided'
import { endWaiting, takeOfferBack } from '../allotment/end-waiting'
import { openSlot } from '../allotment/open-slot'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findEntry } from '../repositories/waitlist'

export const leaveWaitlist: MemberHandler<'leaveWaitlist'> = async ({ tx, resident, now }, payload) => {
  const { communityId, householdId } = resident
  const entry = await findEntry(tx, communityId, { entryId: payload.waitlistEntryId })
  if (entry?.householdId !== householdId) throw notFound('waitlist entry of your household')
  const open = await openSlot(tx, communityId, entry.slotId, { households: [householdId], frees: true, now })
  if (!open) throw notFound('slot')
  const own = open.waiting.find((waiting) => waiting.id === entry.id)
  if (!own) return new Refused({ reason: 'already_ended' })
  takeOfferBack(open, own, 'left')
  endWaiting(open, own, 'left')
  settleWaitlist(open)
  await writeSlot(open)
  return {}
}
