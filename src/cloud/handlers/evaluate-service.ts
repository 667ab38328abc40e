import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { listEvaluations, saveEvaluation } from '../repositories/evaluation'
import { findResident } from '../repositories/resident'
import { findSession } from '../repositories/slot'

export const evaluateService: MemberHandler<'evaluateService'> = async (
  { tx, resident: cadre, now },
  { sessionId, attendeeId, evaluation },
) => {
  const { communityId, id: actorId, householdId } = cadre
  if (!(await findSession(tx, communityId, sessionId, 'share'))) throw notFound('session')
  const services = await listEvaluations(tx, communityId, sessionId)
  const own = services.filter((it) => it.residentId === attendeeId)
  if (own.length === 0) throw notFound('confirmed service in this session')
  const served = await findResident(tx, communityId, attendeeId)
  if (served?.householdId === householdId) return new Refused({ reason: 'own_household' })
  for (const { recordId } of own) {
    await saveEvaluation(tx, communityId, recordId, { evaluation, by: actorId, now })
  }
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'evaluateService', sessionId, subjectId: attendeeId, why: evaluation, now },
  })
  return {}
}
