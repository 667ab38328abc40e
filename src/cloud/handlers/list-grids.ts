import type { VisitorHandler } from '../handler'
import { listGrids as list } from '../repositories/community'

export const listGrids: VisitorHandler<'listGrids'> = async ({ tx }, { communityId }) => ({
  grids: await list(tx, communityId),
})
