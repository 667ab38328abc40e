import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type MemberHandler } from '../handler'
import { proveNumber } from '../leader-number'
import { isCheckedIn, recordCheckOut } from '../repositories/check-out'
import { findSession } from '../repositories/slot'

export const checkOut: MemberHandler<'checkOut'> = async (context, { sessionId, code }) => {
  const { tx, resident, now } = context
  const { communityId, id } = resident
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'check_out', now)
  if (closed) return new Refused(closed)
  // Asked first: who is not there yet shall not spend a try on it.
  if (!(await isCheckedIn(tx, communityId, sessionId, id))) return new Refused({ reason: 'not_checked_in' })
  const wrong = await proveNumber(context, communityId, session, code)
  if (wrong) return wrong
  const at = Math.min(now, session.endsAt)
  const checkedOutAt = await recordCheckOut(tx, communityId, sessionId, id, { method: 'code', at })
  return checkedOutAt === null ? new Refused({ reason: 'not_checked_in' }) : { checkedOutAt }
}
