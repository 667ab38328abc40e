import { createHmac } from 'node:crypto'
import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { listGrids } from '../repositories/community'
import { findDoorHash, saveAddress, unconfirmHousehold } from '../repositories/family'
import { lockStanding } from '../repositories/household'

export const setAddress: MemberHandler<'setAddress'> = async ({ tx, resident, services, now }, payload) => {
  const { communityId, householdId, id: actorId, guardian } = resident
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian changes the address')
  const { gridId, building, door } = payload
  const grids = await listGrids(tx, communityId)
  if (!grids.some((grid) => grid.id === gridId)) throw notFound('grid')
  await lockStanding(tx, communityId, [householdId])
  const normal = [communityId, gridId, building, door].map((part) =>
    part.normalize('NFKC').toLowerCase().replace(/\s/g, ''),
  )
  const doorHash = createHmac('sha256', services.doorKey).update(JSON.stringify(normal)).digest('hex')
  const known = await findDoorHash(tx, communityId, householdId)
  await saveAddress(tx, communityId, householdId, { gridId, building, doorHash })
  if (known !== null && known !== doorHash) {
    // A cadre confirmed the other door; this one has to be looked at again.
    await unconfirmHousehold(tx, communityId, householdId)
    const audit = {
      actorId,
      action: 'changeAddress',
      sessionId: null,
      subjectId: householdId,
      why: null,
      now,
    } as const
    await insertAudit(tx, communityId, audit)
  }
  return {}
}
