import type { MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { readRoster } from '../views/roster-view'

export const revealRoster: MemberHandler<'revealRoster'> = async (
  { tx, resident, now },
  { sessionId, why },
) => {
  const roster = await readRoster(tx, resident, sessionId, { revealed: true, now })
  const { id: actorId, communityId } = resident
  await insertAudit(tx, communityId, {
    actorId,
    action: 'revealRoster',
    sessionId,
    subjectId: null,
    why,
    now,
  })
  return roster
}
