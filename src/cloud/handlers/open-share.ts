import type { VisitorHandler } from '../handler'
import { countOpen } from '../repositories/share'

export const openShare: VisitorHandler<'openShare'> = async ({ tx }, { communityId, shareId }) => {
  await countOpen(tx, communityId, shareId)
  return {}
}
