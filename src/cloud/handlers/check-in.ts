import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type MemberHandler } from '../handler'
import { proveNumber } from '../leader-number'
import { recordCheckIn } from '../repositories/presence'
import { findSession } from '../repositories/slot'
import { readFreePlace } from '../views/free-place'

export const checkIn: MemberHandler<'checkIn'> = async (context, { sessionId, code }) => {
  const { tx, resident, now } = context
  const { communityId, id } = resident
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'check_in', now)
  if (closed) return new Refused(closed)
  const wrong = await proveNumber(context, session, code)
  if (wrong) return wrong
  const checkedInAt = await recordCheckIn(tx, communityId, sessionId, id, { method: 'code', at: now })
  if (checkedInAt !== null) return { checkedInAt }
  return new Refused({ reason: 'not_booked', ...(await readFreePlace(tx, session, resident, now)) })
}
