import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { confirmResident as confirm, findResident } from '../repositories/resident'

export const confirmResident: MemberHandler<'confirmResident'> = async (
  { tx, resident: cadre, now },
  payload,
) => {
  const { communityId } = cadre
  const resident = await findResident(tx, communityId, payload.residentId)
  if (!resident) throw notFound('resident')
  const newly = await confirm(tx, communityId, resident.id, {
    by: cadre.id,
    now,
    skills: payload.skills ?? [],
  })
  await insertAudit(tx, communityId, {
    actorId: cadre.id,
    action: 'confirmResident',
    sessionId: null,
    subjectId: resident.id,
    why: null,
    now,
  })
  if (newly) {
    const notice = {
      residentId: resident.id,
      kind: 'confirmed',
      sessionId: null,
      points: null,
      until: null,
      now,
    } as const
    await insertNotices(tx, communityId, [notice])
  }
  return {}
}
