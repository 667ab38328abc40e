import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type VisitorHandler } from '../handler'
import { proveNumber } from '../leader-number'
import { recordCheckIn } from '../repositories/presence'
import { findSession } from '../repositories/slot'
import { readFreePlace } from '../views/free-place'

export const checkIn: VisitorHandler<'checkIn'> = async (context, payload) => {
  const { tx, resident, now } = context
  const { communityId, sessionId, code } = payload
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'check_in', now)
  if (closed) return new Refused(closed)
  const wrong = await proveNumber(context, communityId, session, code)
  if (wrong) return wrong
  const here = { method: 'code', at: now } as const
  const checkedInAt = resident && (await recordCheckIn(tx, communityId, sessionId, resident.id, here))
  if (checkedInAt !== null) return { checkedInAt }
  const place = await readFreePlace(tx, communityId, session, resident, now)
  return new Refused({ reason: 'not_booked', ...place })
}
