import { whyNotChange } from '@/domain/change'
import { whyNotShown } from '@/domain/content-check'
import { endSlot, type Told } from '../allotment/end-slot'
import { openSlot } from '../allotment/open-slot'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { listHeldBookings } from '../repositories/held-booking'
import { lockHouseholds } from '../repositories/household'
import { insertNotices } from '../repositories/notice'
import { listConcerned, saveCancelled, sumHeld } from '../repositories/session-change'
import { findSession, listSlots, lockSlot } from '../repositories/slot'

export const cancelSession: MemberHandler<'cancelSession'> = async (
  { tx, resident: cadre, verdict, now },
  { sessionId, cause, note, dryRun },
) => {
  const { communityId } = cadre
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  const reason = whyNotChange(session, now) ?? whyNotShown(verdict)
  if (reason) return new Refused(reason)
  const concerned = await listConcerned(tx, communityId, sessionId)
  const held = await sumHeld(tx, communityId, sessionId)
  if (dryRun) return { told: concerned.length, ...held }

  // All slots, then all households, before the first is dealt with: one order everywhere.
  const slots = (await listSlots(tx, communityId, sessionId)).map((slot) => slot.id).sort()
  for (const slotId of slots) await lockSlot(tx, communityId, slotId)
  const households = concerned.map((it) => it.householdId)
  await lockHouseholds(tx, communityId, households)
  const told: Told = new Map()
  for (const slotId of slots) {
    const bookings = await listHeldBookings(tx, communityId, slotId)
    const booked = bookings.map((booking) => booking.householdId)
    const open = await openSlot(tx, communityId, slotId, { households: booked, frees: false, now })
    if (open) await endSlot(open, bookings, told)
  }
  await saveCancelled(tx, communityId, sessionId, { cause, note, now })
  await insertNotices(
    tx,
    communityId,
    [...told].map(([residentId, points]) => ({
      ...{ residentId, kind: 'session_cancelled' as const, sessionId, points: points || null },
      ...{ until: null, now },
    })),
  )
  await insertAudit(tx, communityId, {
    ...{ actorId: cadre.id, action: 'cancelSession', sessionId, subjectId: null },
    ...{ why: note === '' ? cause : `${cause}: ${note}`, now },
  })
  return { told: told.size, ...held }
}
