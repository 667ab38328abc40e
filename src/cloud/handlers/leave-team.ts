import type { MemberHandler } from '../handler'
import { saveTeamOf } from '../repositories/team'

export const leaveTeam: MemberHandler<'leaveTeam'> = async ({ tx, resident }) => {
  await saveTeamOf(tx, resident.communityId, resident.id, null)
  return {}
}
