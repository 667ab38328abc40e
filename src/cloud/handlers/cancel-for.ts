import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { findBooking } from '../repositories/place'
import { listByIds } from '../repositories/resident'
import { findSlots } from '../repositories/slot'
import { cancelBooking } from './cancel-booking'

export const cancelFor: MemberHandler<'cancelFor'> = async (context, { bookingId, why }) => {
  const { tx, resident: cadre, now } = context
  const { communityId, id: actorId } = cadre
  const booking = await findBooking(tx, communityId, bookingId)
  const [who] = booking ? await listByIds(tx, communityId, [booking.bookedBy]) : []
  if (!booking || !who) throw notFound('booking')
  const result = await cancelBooking(
    { ...context, openId: who.openId, resident: who },
    { communityId, bookingId },
  )
  if (result instanceof Refused) return result
  const slot = (await findSlots(tx, communityId, [booking.slotId])).get(booking.slotId)
  const sessionId = slot?.sessionId ?? null
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'cancelFor', sessionId, subjectId: who.id, why, now },
  })
  if (!who.withoutPhone && who.id !== actorId)
    await insertNotices(tx, communityId, [
      {
        ...{ residentId: who.id, kind: 'cancelled_for_you', sessionId, now },
        ...{ points: result.returned || null, until: null },
      },
    ])
  return result
}
