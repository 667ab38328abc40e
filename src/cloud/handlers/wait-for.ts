import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { listByIds } from '../repositories/resident'
import { joinWaitlist } from './join-waitlist'

export const waitFor: MemberHandler<'waitFor'> = async (context, { slotId, residentId }) => {
  const { tx, resident: cadre, now } = context
  const { communityId, id: actorId } = cadre
  const [who] = await listByIds(tx, communityId, [residentId])
  if (!who) throw notFound('resident')
  const result = await joinWaitlist(
    { ...context, openId: who.openId, resident: who },
    // Points are for the household itself to spend.
    { communityId, slotId, party: [{ kind: 'self' }], usePoints: false },
  )
  if (result instanceof Refused) return result
  const sessionId = result.session.session.id
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'waitFor', sessionId, subjectId: residentId, why: null, now },
  })
  if (!who.withoutPhone && residentId !== actorId)
    await insertNotices(tx, communityId, [
      { residentId, kind: 'waiting_for_you', sessionId, points: null, until: null, now },
    ])
  return { waitlistEntryId: result.waitlistEntryId }
}
