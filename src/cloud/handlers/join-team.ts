import { notFound, type MemberHandler } from '../handler'
import { lockTeams, saveTeamOf } from '../repositories/team'

export const joinTeam: MemberHandler<'joinTeam'> = async ({ tx, resident }, { teamId }) => {
  const { communityId, id } = resident
  const [team] = await lockTeams(tx, communityId, [teamId])
  if (team === undefined) throw notFound('team')
  await saveTeamOf(tx, communityId, id, team)
  return {}
}
