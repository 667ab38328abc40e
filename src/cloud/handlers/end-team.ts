import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { endTeam as end } from '../repositories/team'

export const endTeam: MemberHandler<'endTeam'> = async ({ tx, resident: cadre, now }, { teamId }) => {
  const { communityId, id: actorId } = cadre
  if (!(await end(tx, communityId, teamId, now))) throw notFound('team')
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'endTeam', sessionId: null, subjectId: teamId, why: null, now },
  })
  return {}
}
