import { whyNotShown } from '@/domain/content-check'
import { Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { insertAudit } from '../repositories/audit'
import { insertTeam } from '../repositories/team'

export const createTeam: MemberHandler<'createTeam'> = async (
  { tx, resident: cadre, verdict, now },
  { kind, name },
) => {
  const { communityId, id: actorId } = cadre
  const reason = whyNotShown(verdict)
  if (reason) return new Refused(reason)
  const teamId = newRowId()
  if (!(await insertTeam(tx, communityId, { id: teamId, kind, name, now }))) {
    return new Refused({ reason: 'team_name_taken' })
  }
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'createTeam', sessionId: null, subjectId: teamId, why: null, now },
  })
  return { teamId }
}
