import { CHECK_IN_OPENS_BEFORE, CHECK_OUT_OPEN_AFTER } from '@/domain/attendance'
import { CODE_STEP, codesAhead } from '@/domain/check-in-code'
import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findSession } from '../repositories/slot'

export const getCheckInCode: MemberHandler<'getCheckInCode'> = async (
  { tx, resident, now },
  { sessionId },
) => {
  const session = await findSession(tx, resident.communityId, sessionId)
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'mark', now)
  if (closed) return new Refused(closed)
  const until = (Math.floor(now / CODE_STEP) + 1) * CODE_STEP
  const [code = '', ...ahead] = codesAhead(session.secret, now, session.endsAt + CHECK_OUT_OPEN_AFTER)
  return { code, until, ahead, opensAt: session.startsAt - CHECK_IN_OPENS_BEFORE }
}
