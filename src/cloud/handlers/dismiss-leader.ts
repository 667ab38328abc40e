import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findLeader, saveLeader } from '../repositories/leader'
import { insertNotices } from '../repositories/notice'
import { findSession } from '../repositories/slot'

export const dismissLeader: MemberHandler<'dismissLeader'> = async (
  { tx, resident: cadre, now },
  { sessionId },
) => {
  const { communityId, id: actorId } = cadre
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  const leader = await findLeader(tx, communityId, sessionId)
  if (!leader) return {}
  await saveLeader(tx, communityId, sessionId, null)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'dismissLeader', sessionId, subjectId: leader.id, why: null, now },
  })
  await insertNotices(tx, communityId, [
    { residentId: leader.id, kind: 'leader_dismissed', sessionId, points: null, until: null, now },
  ])
  return {}
}
