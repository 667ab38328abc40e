import { reopenUntil } from '@/domain/closing'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { reopen } from '../repositories/presence'
import { findSession } from '../repositories/slot'
import { readRoster } from '../views/roster-view'

export const reopenSession: MemberHandler<'reopenSession'> = async (
  { tx, resident: cadre, now },
  payload,
) => {
  const { communityId, id: actorId } = cadre
  const { sessionId, why } = payload
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  if (session.cancelledAt !== null) return new Refused({ reason: 'session_cancelled' })
  if (session.closedAt === null) return new Refused({ reason: 'books_open' })
  const until = reopenUntil(session)
  if (now >= until) return new Refused({ reason: 'reopen_too_late', until })
  await reopen(tx, communityId, sessionId, { why, now })
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'reopenSession', sessionId, subjectId: null, why, now },
  })
  return { roster: await readRoster(tx, cadre, sessionId, { revealed: false, now }) }
}
