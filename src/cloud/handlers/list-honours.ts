import { spanOf } from '@/domain/period'
import type { MemberHandler } from '../handler'
import { sumCommunity } from '../repositories/honours'
import { readHonours } from '../views/honours-view'

export const listHonours: MemberHandler<'listHonours'> = async ({ tx, resident }, { year, month, order }) => {
  const { communityId } = resident
  const honours = await readHonours(tx, communityId, { year, month }, order)
  return {
    ...(await sumCommunity(tx, communityId, spanOf({ year, month }))),
    // Without an id: with it whoever is not named could be found on a roster.
    honours: honours.map(({ name, minutes, times, series }) => ({ name, minutes, times, series })),
  }
}
