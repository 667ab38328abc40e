import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type MemberHandler } from '../handler'
import { saveWalkIns } from '../repositories/presence'
import { findSession } from '../repositories/slot'

export const recordWalkIns: MemberHandler<'recordWalkIns'> = async (
  { tx, resident: cadre, now },
  { sessionId, count },
) => {
  const { communityId } = cadre
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'mark', now)
  if (closed) return new Refused(closed)
  await saveWalkIns(tx, communityId, sessionId, count)
  return { walkIns: count }
}
