import type { MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'

export const exportHonours: MemberHandler<'exportHonours'> = async (
  { tx, now, resident: cadre, services },
  { year, month, format },
) => {
  const { communityId, id: actorId } = cadre
  const ask = { year, month }
  const ticket = { what: 'honours', communityId, residentId: actorId, ask, format } as const
  const link = await services.files.offer({ tx, now }, ticket)
  const audit = {
    actorId,
    action: 'exportHonours',
    sessionId: null,
    subjectId: null,
    why: null,
    now,
  } as const
  await insertAudit(tx, communityId, audit)
  return link
}
