import { checkRoleChange } from '@/domain/role'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { findResident, lockAdmins, saveRole } from '../repositories/resident'

export const setRole: MemberHandler<'setRole'> = async ({ tx, resident: admin, now }, payload) => {
  const { communityId, id: actorId } = admin
  const { residentId, role } = payload
  // Of two admins who dismiss each other at once, the second finds one left.
  const admins = await lockAdmins(tx, communityId)
  const resident = await findResident(tx, communityId, residentId)
  if (!resident) throw notFound('resident')
  if (!admins.includes(actorId)) throw new RequestFailure('forbidden', 'this needs the role of admin')
  const confirmed = resident.confirmedAt !== null
  const refusal = checkRoleChange({ role: resident.role, confirmed }, role, admins.length)
  if (refusal) return new Refused(refusal)
  if (resident.role === role) return { role }
  await saveRole(tx, communityId, residentId, role)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'setRole', sessionId: null, subjectId: residentId, why: role, now },
  })
  await insertNotices(tx, communityId, [
    { residentId, kind: 'role_set', sessionId: null, points: null, until: null, about: role, now },
  ])
  return { role }
}
