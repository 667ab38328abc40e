import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { rosterPhase } from '@/domain/roster-phase'
import { checkInCode, CODE_STEP } from '@/domain/check-in-code'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findSession } from '../repositories/slot'

export const getCheckInCode: MemberHandler<'getCheckInCode'> = async (
  { tx, resident, now },
  { sessionId },
) => {
  const session = await findSession(tx, resident.communityId, sessionId)
  if (!session) throw notFound('session')
  const opensAt = session.startsAt - CHECK_IN_OPENS_BEFORE
  const phase = rosterPhase({ ...session, checkInOpensAt: opensAt }, now)
  if (phase === 'before' || phase === 'closed') return new Refused({ reason: 'check_in_not_open', opensAt })
  const until = (Math.floor(now / CODE_STEP) + 1) * CODE_STEP
  return { code: checkInCode(session.secret, now), until, opensAt }
}
