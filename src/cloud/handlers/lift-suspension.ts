import { maySuspend } from '@/domain/role'
import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { readCard } from '../repositories/member'
import { findResident, saveSuspension } from '../repositories/resident'

export const liftSuspension: MemberHandler<'liftSuspension'> = async (
  { tx, resident: cadre, now },
  { residentId },
) => {
  const { communityId, id: actorId } = cadre
  const resident = await findResident(tx, communityId, residentId)
  const card = await readCard(tx, communityId, residentId, now)
  if (!resident || !card) throw notFound('resident')
  if (!maySuspend(cadre, resident)) {
    throw new RequestFailure('forbidden', 'who may not suspend somebody may not lift it either')
  }
  if (card.suspendedUntil === null || card.suspendedUntil <= now) return {}
  await saveSuspension(tx, communityId, residentId, null)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'liftSuspension', sessionId: null, subjectId: residentId, why: null, now },
  })
  await insertNotices(tx, communityId, [
    { residentId, kind: 'suspension_lifted', sessionId: null, points: null, until: null, now },
  ])
  return {}
}
