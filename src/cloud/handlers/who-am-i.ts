import type { VisitorHandler } from '../handler'
import { listMemberships } from '../repositories/resident'

export const whoAmI: VisitorHandler<'whoAmI'> = async ({ tx, openId }) => ({
  memberships: await listMemberships(tx, openId),
})
