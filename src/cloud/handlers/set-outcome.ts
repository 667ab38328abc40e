import { presenceWithin } from '@/domain/closing'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { lockHouseholds } from '../repositories/household'
import { listPresences, saveOutcomeAnew } from '../repositories/presence'
import { findSession } from '../repositories/slot'

export const setOutcome: MemberHandler<'setOutcome'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId, id: actorId, householdId } = cadre
  const { sessionId, attendeeId, outcome, late, early } = payload
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  if (session.closedAt !== null || session.cancelledAt !== null)
    return new Refused({ reason: 'books_closed' })
  const row = (await listPresences(tx, communityId, sessionId)).find((it) => it.attendeeId === attendeeId)
  if (!row) throw notFound('attendee in this session')
  if (row.householdId === householdId) return new Refused({ reason: 'own_household' })
  // Who has no outcome yet gets one by closing the books.
  if (row.outcome === null) return new Refused({ reason: 'not_decided' })
  const presence = presenceWithin(session, { late, early })
  if (!presence) throw new RequestFailure('bad_input', 'late, early: nothing is left of the planned time')
  await lockHouseholds(tx, communityId, [row.householdId])
  await saveOutcomeAnew(tx, communityId, sessionId, attendeeId, { outcome, ...presence, now })
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'setOutcome', sessionId, subjectId: attendeeId, now },
    why: outcome === 'absent' ? 'absent' : `present, ${late} min late, ${early} min early`,
  })
  return {}
}
