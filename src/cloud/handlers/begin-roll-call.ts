import { checkRollCall } from '@/domain/leading'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertRollCall } from '../repositories/leader'
import { findSession } from '../repositories/slot'
import { readRoster } from '../views/roster-view'

export const beginRollCall: MemberHandler<'beginRollCall'> = async ({ tx, resident, now }, { sessionId }) => {
  const { communityId, id: actorId } = resident
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const refusal = checkRollCall(session, now)
  if (refusal) return new Refused(refusal)
  if (await insertRollCall(tx, communityId, sessionId, actorId, now)) {
    await insertAudit(tx, communityId, {
      ...{ actorId, action: 'beginRollCall', sessionId, subjectId: null, why: null, now },
    })
  }
  return readRoster(tx, resident, sessionId, { revealed: true, now })
}
