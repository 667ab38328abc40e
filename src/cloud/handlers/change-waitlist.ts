import { writeSlot } from '../allotment/decided'
import { openSlot } from '../allotment/open-slot'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findEntry, saveUsePoints } from '../repositories/waitlist'

export const changeWaitlist: MemberHandler<'changeWaitlist'> = async ({ tx, resident, now }, payload) => {
  const { communityId, householdId } = resident
  const { waitlistEntryId, usePoints } = payload
  const entry = await findEntry(tx, communityId, { entryId: waitlistEntryId })
  if (entry?.householdId !== householdId) throw notFound('waitlist entry of your household')
  const open = await openSlot(tx, communityId, entry.slotId, { households: [householdId], frees: true, now })
  if (!open) throw notFound('slot')
  const own = open.waiting.find((waiting) => waiting.id === entry.id)
  if (!own) return new Refused({ reason: 'already_ended' })
  own.usePoints = usePoints
  await saveUsePoints(tx, communityId, own.id, usePoints)
  // A place of the window may have been waiting for just this.
  settleWaitlist(open)
  await writeSlot(open)
  return {}
}
