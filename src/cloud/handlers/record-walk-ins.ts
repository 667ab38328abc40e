import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { rosterPhase } from '@/domain/roster-phase'
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
  const opensAt = session.startsAt - CHECK_IN_OPENS_BEFORE
  const phase = rosterPhase({ ...session, checkInOpensAt: opensAt }, now)
  if (phase === 'before' || phase === 'closed') return new Refused({ reason: 'check_in_not_open', opensAt })
  await saveWalkIns(tx, communityId, sessionId, count)
  return { walkIns: count }
}
