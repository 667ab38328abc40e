import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { noteHeard, saveShare } from '../repositories/share'
import { findSession } from '../repositories/slot'

export const recordShare: MemberHandler<'recordShare'> = async ({ tx, resident, now }, payload) => {
  const { communityId, id: sharedBy } = resident
  const { sessionId, shareId: id, group } = payload
  if (!(await findSession(tx, communityId, sessionId))) throw notFound('session')
  if (!(await saveShare(tx, communityId, { id, sessionId, sharedBy, group, now })))
    throw new RequestFailure('bad_input', 'shareId: is that of another session')
  await noteHeard(tx, communityId, sessionId, now)
  return {}
}
