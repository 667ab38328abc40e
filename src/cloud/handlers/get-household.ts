import { consentStands, isAgeBandOld } from '@/domain/child'
import { FAMILY_ROLES, roomFor } from '@/domain/invitation'
import { notFound, type MemberHandler } from '../handler'
import { listGrids } from '../repositories/community'
import { listChildren, listMembers, readAddress, type ChildRow } from '../repositories/family'
import { listInvitationsOut, type InvitationOut } from '../repositories/invitation'
import { listSkills } from '../repositories/skill'
import { findTeamOf } from '../repositories/team'

export const getHousehold: MemberHandler<'getHousehold'> = async ({ tx, resident, now }) => {
  const { communityId, householdId, id, name, confirmedAt, guardian } = resident
  const members = await listMembers(tx, communityId, householdId)
  if (members.length === 0) throw notFound('household')
  const children = await listChildren(tx, communityId, householdId)
  const out = guardian ? await listInvitationsOut(tx, communityId, householdId, now) : []
  return {
    residentId: id,
    name: name ?? '',
    confirmed: confirmedAt !== null,
    guardian,
    address: await readAddress(tx, communityId, householdId),
    grids: await listGrids(tx, communityId),
    members: members.map(({ pointsUsableFrom, ...member }) => ({
      ...member,
      pointsFrom: pointsUsableFrom > now ? pointsUsableFrom : null,
    })),
    children: children.map((child) => childView(child, now)),
    invitations: out.map(invitationView),
    room: FAMILY_ROLES.filter(
      (role) => members.filter((it) => it.guardian === (role === 'guardian')).length < roomFor(role),
    ),
    skills: await listSkills(tx, communityId, id),
    team: await findTeamOf(tx, communityId, id),
  }
}

function childView({ id, nickname, ageBand, ageBandSetAt, ...consent }: ChildRow, now: number) {
  const consentedAt = consentStands(consent) ? consent.consentedAt : null
  return { id, nickname, ageBand, consentedAt, ageBandOld: isAgeBandOld(ageBandSetAt, now) }
}

function invitationView({ id, role, expiresAt, acceptedBy, acceptedName }: InvitationOut) {
  const accepted = acceptedBy === null ? null : { id: acceptedBy, name: acceptedName ?? '' }
  return { id, role, expiresAt, accepted }
}
