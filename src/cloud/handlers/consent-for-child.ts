import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { findHouseholdOf, saveConsent } from '../repositories/child'
import { lockStanding } from '../repositories/household'

export const consentForChild: MemberHandler<'consentForChild'> = async (
  { tx, resident, now },
  { childId, consentVersion: version },
) => {
  const { communityId, householdId, id: by, guardian } = resident
  await lockStanding(tx, communityId, [householdId])
  if ((await findHouseholdOf(tx, communityId, childId)) !== householdId) {
    throw notFound('child in this household')
  }
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian consents for a child')
  await saveConsent(tx, communityId, childId, { version, by, now })
  return {}
}
