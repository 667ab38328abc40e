import type { MemberHandler } from '../handler'
import { listStampCards } from '../repositories/stamps'

export const listStamps: MemberHandler<'listStamps'> = async ({ tx, resident }) => ({
  children: await listStampCards(tx, resident.communityId, resident.householdId),
})
