import type { MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'

export const exportAudit: MemberHandler<'exportAudit'> = async (
  { tx, now, resident: cadre, services },
  { kind, personId, day, format },
) => {
  const { communityId, id: actorId } = cadre
  const ask = { kind, personId, day }
  const ticket = { what: 'audit', communityId, residentId: actorId, ask, format } as const
  const link = await services.files.offer({ tx, now }, ticket)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'exportAudit', sessionId: null, subjectId: personId, why: null, now },
  })
  return link
}
