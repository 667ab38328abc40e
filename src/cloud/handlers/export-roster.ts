import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findSession } from '../repositories/slot'

export const exportRoster: MemberHandler<'exportRoster'> = async (
  { tx, now, resident: cadre, services },
  { sessionId, why, format },
) => {
  const { communityId, id: actorId } = cadre
  const session = await findSession(tx, communityId, sessionId)
  if (!session) throw notFound('session')
  const ask = { sessionId, startsAt: session.startsAt }
  const ticket = { what: 'roster', communityId, residentId: actorId, ask, format } as const
  const link = await services.files.offer({ tx, now }, ticket)
  await insertAudit(tx, communityId, {
    actorId,
    action: 'exportRoster',
    sessionId,
    subjectId: null,
    why,
    now,
  })
  return link
}
