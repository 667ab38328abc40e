import type { MemberHandler } from '../handler'
import { listLeaves } from '../repositories/resident-leave'
import { viewSeries } from '../views/series'

export const getSeries: MemberHandler<'getSeries'> = async ({ tx, resident, now }) =>
  viewSeries(tx, resident, await listLeaves(tx, resident.communityId, resident.id), now)
