import { notFound, Refused, type MemberHandler } from '../handler'
import { dropReminder } from '../repositories/reminder'
import { findSlots } from '../repositories/slot'

export const cancelReminder: MemberHandler<'cancelReminder'> = async ({ tx, resident }, { slotId }) => {
  const { communityId, id } = resident
  if (!(await findSlots(tx, communityId, [slotId])).has(slotId)) throw notFound('slot')
  const dropped = await dropReminder(tx, communityId, id, slotId)
  return dropped ? {} : new Refused({ reason: 'already_ended' })
}
