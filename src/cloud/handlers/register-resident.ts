import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertWithoutPhone } from '../repositories/by-name'
import { listGrids } from '../repositories/community'

export const registerResident: MemberHandler<'registerResident'> = async (
  { tx, resident: cadre, now },
  { name, gridId, building },
) => {
  const { communityId, id: actorId } = cadre
  const grids = await listGrids(tx, communityId)
  if (gridId !== null && !grids.some((grid) => grid.id === gridId)) throw notFound('grid')
  const who = { name, gridId, building: building || null, confirmedBy: actorId, now }
  const { id } = await insertWithoutPhone(tx, communityId, who)
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'registerResident', sessionId: null, subjectId: id, why: null, now },
  })
  return { residentId: id }
}
