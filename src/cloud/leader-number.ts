import { afterWrong, isCurrentCode, triesLeft } from '@/domain/check-in-code'
import { Refused, type VisitorContext } from './handler'
import { findTries, saveTries } from './repositories/presence'
import type { SessionRow } from './repositories/slot'

/**
 * Holds what somebody typed or scanned against the number on the leader's screen.
 * @returns null when it is right. A wrong one is counted although the request is refused: guessing has to cost something.
 */
export async function proveNumber(
  { tx, openId, now }: VisitorContext,
  communityId: string,
  session: SessionRow,
  code: string,
): Promise<Refused | null> {
  const tries = await findTries(tx, communityId, session.id, openId)
  const { left, lockedUntil } = triesLeft(tries, now)
  if (lockedUntil !== null) return new Refused({ reason: 'code_locked', until: lockedUntil })
  if (!isCurrentCode(session.secret, code, now)) {
    await saveTries(tx, communityId, session.id, openId, { ...tries, ...afterWrong(tries, now) })
    return new Refused({ reason: 'code_wrong', triesLeft: left - 1 })
  }
  await saveTries(tx, communityId, session.id, openId, { wrong: 0, lastAt: now, rightAt: now })
  return null
}
