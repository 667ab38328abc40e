import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { findHouseholdOf, saveAgeBand } from '../repositories/child'
import { lockStanding } from '../repositories/household'

export const setAgeBand: MemberHandler<'setAgeBand'> = async (
  { tx, resident, now },
  { childId, ageBand },
) => {
  const { communityId, householdId, guardian } = resident
  await lockStanding(tx, communityId, [householdId])
  if ((await findHouseholdOf(tx, communityId, childId)) !== householdId) {
    throw notFound('child in this household')
  }
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian says how old a child is')
  await saveAgeBand(tx, communityId, childId, ageBand, now)
  return {}
}
