import { notFound, type MemberHandler } from '../handler'
import { listGrids } from '../repositories/community'
import { listChildren, listMembers, readAddress } from '../repositories/family'
import { listSkills } from '../repositories/skill'
import { findTeamOf } from '../repositories/team'

export const getHousehold: MemberHandler<'getHousehold'> = async ({ tx, resident }) => {
  const { communityId, householdId, id, name, confirmedAt, guardian } = resident
  const members = await listMembers(tx, communityId, householdId)
  if (members.length === 0) throw notFound('household')
  return {
    residentId: id,
    name: name ?? '',
    confirmed: confirmedAt !== null,
    guardian,
    address: await readAddress(tx, communityId, householdId),
    grids: await listGrids(tx, communityId),
    members,
    children: await listChildren(tx, communityId, householdId),
    skills: await listSkills(tx, communityId, id),
    team: await findTeamOf(tx, communityId, id),
  }
}
