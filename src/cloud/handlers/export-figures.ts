import type { MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'

export const exportFigures: MemberHandler<'exportFigures'> = async (
  { tx, now, resident: cadre, services },
  { year, format },
) => {
  const { communityId, id: actorId } = cadre
  const ticket = { what: 'figures', communityId, residentId: actorId, ask: { year }, format } as const
  const link = await services.files.offer({ tx, now }, ticket)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'exportFigures', sessionId: null, subjectId: null, why: String(year), now },
  })
  return link
}
