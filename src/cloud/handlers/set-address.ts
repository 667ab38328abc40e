import { createHmac } from 'node:crypto'
import { notFound, type MemberHandler } from '../handler'
import { listGrids } from '../repositories/community'
import { saveAddress } from '../repositories/family'
import { lockHouseholds } from '../repositories/household'

export const setAddress: MemberHandler<'setAddress'> = async ({ tx, resident, services }, payload) => {
  const { communityId, householdId } = resident
  const { gridId, building, door } = payload
  const grids = await listGrids(tx, communityId)
  if (!grids.some((grid) => grid.id === gridId)) throw notFound('grid')
  await lockHouseholds(tx, communityId, [householdId])
  const normal = [communityId, gridId, building, door].map((part) =>
    part.normalize('NFKC').toLowerCase().replace(/\s/g, ''),
  )
  const doorHash = createHmac('sha256', services.doorKey).update(JSON.stringify(normal)).digest('hex')
  await saveAddress(tx, communityId, householdId, { gridId, building, doorHash })
  return {}
}
