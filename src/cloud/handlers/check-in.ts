import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { rosterPhase } from '@/domain/roster-phase'
import { afterWrong, isCurrentCode, triesLeft } from '@/domain/check-in-code'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findTries, recordCheckIn, saveTries } from '../repositories/presence'
import { findSession } from '../repositories/slot'

export const checkIn: MemberHandler<'checkIn'> = async ({ tx, resident, now }, { sessionId, code }) => {
  const { communityId, id } = resident
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const opensAt = session.startsAt - CHECK_IN_OPENS_BEFORE
  if (rosterPhase({ ...session, checkInOpensAt: opensAt }, now) !== 'check_in')
    return new Refused({ reason: 'check_in_not_open', opensAt })
  const tries = await findTries(tx, communityId, sessionId, id)
  const { left, lockedUntil } = triesLeft(tries, now)
  if (lockedUntil !== null) return new Refused({ reason: 'code_locked', until: lockedUntil })
  if (!isCurrentCode(session.secret, code, now)) {
    // Kept although the request is refused: guessing has to cost something.
    await saveTries(tx, communityId, sessionId, id, afterWrong(tries, now))
    return new Refused({ reason: 'code_wrong', triesLeft: left - 1 })
  }
  const checkedInAt = await recordCheckIn(tx, communityId, sessionId, id, { method: 'code', now })
  return checkedInAt === null ? new Refused({ reason: 'not_booked' }) : { checkedInAt }
}
