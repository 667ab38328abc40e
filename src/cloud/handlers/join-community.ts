import type { VisitorHandler } from '../handler'
import { insertResident, renameResident } from '../repositories/resident'

/** Joining is open to anybody; what it opens is decided by confirmation. Who is a member already is renamed. */
export const joinCommunity: VisitorHandler<'joinCommunity'> = async (
  { tx, openId, resident, now },
  payload,
) => {
  const { communityId, name } = payload
  if (resident) {
    await renameResident(tx, communityId, resident.id, name)
    return { residentId: resident.id }
  }
  const joined = await insertResident(tx, communityId, {
    openId,
    name,
    role: 'resident',
    confirmed: false,
    now,
  })
  return { residentId: joined.id }
}
