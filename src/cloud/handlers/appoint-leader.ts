import { checkAppointment } from '@/domain/leading'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findLeader, saveLeader } from '../repositories/leader'
import { insertNotices } from '../repositories/notice'
import { findResident } from '../repositories/resident'
import { findSession } from '../repositories/slot'

export const appointLeader: MemberHandler<'appointLeader'> = async (
  { tx, resident: cadre, now },
  { sessionId, residentId },
) => {
  const { communityId, id: actorId } = cadre
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  const resident = await findResident(tx, communityId, residentId)
  if (!resident) throw notFound('resident')
  const refusal = checkAppointment(session, resident, now)
  if (refusal) return new Refused(refusal)
  const before = await findLeader(tx, communityId, sessionId)
  if (before?.id === residentId) return {}
  await saveLeader(tx, communityId, sessionId, residentId)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'appointLeader', sessionId, subjectId: residentId, why: null, now },
  })
  const told = { sessionId, points: null, until: null, now }
  await insertNotices(tx, communityId, [
    { ...told, residentId, kind: 'leader_appointed' },
    ...(before ? [{ ...told, residentId: before.id, kind: 'leader_dismissed' as const }] : []),
  ])
  return {}
}
