import { notFound, Refused, type MemberHandler } from '../handler'
import { lockSlot } from '../repositories/slot'
import { endSubstitute, findSubstitute } from '../repositories/substitute'

export const withdrawSubstitute: MemberHandler<'withdrawSubstitute'> = async (
  { tx, resident, now },
  { substituteId },
) => {
  const { communityId, householdId } = resident
  const found = await findSubstitute(tx, communityId, substituteId)
  if (found?.householdId !== householdId) throw notFound('link of your household')
  // Behind the lock somebody may be taking the post just now.
  await lockSlot(tx, communityId, found.slotId)
  const link = await findSubstitute(tx, communityId, substituteId)
  if (!link?.open) return new Refused({ reason: 'already_ended' })
  await endSubstitute(tx, communityId, link.bookingId, 'withdrawn', now)
  return {}
}
