import type { MemberHandler } from '../handler'
import { saveNamedToNeighbours } from '../repositories/company'

export const setNamedToNeighbours: MemberHandler<'setNamedToNeighbours'> = async (
  { tx, resident },
  { named },
) => {
  await saveNamedToNeighbours(tx, resident.communityId, resident.id, named)
  return {}
}
