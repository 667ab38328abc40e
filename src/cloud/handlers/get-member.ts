import { maySuspend } from '@/domain/role'
import { notFound, type MemberHandler } from '../handler'
import { readCard } from '../repositories/member'
import { findResident } from '../repositories/resident'

export const getMember: MemberHandler<'getMember'> = async ({ tx, resident: cadre, now }, { residentId }) => {
  const { communityId } = cadre
  const member = await findResident(tx, communityId, residentId)
  const card = await readCard(tx, communityId, residentId, now)
  if (!member || !card) throw notFound('resident')
  const { id, name, role, guardian, joinedAt, confirmedAt } = member
  const { gridName, building, residents, children, suspendedUntil, suspensionCause, ...counts } = card
  const suspended = suspendedUntil !== null && suspendedUntil > now
  return {
    ...{ id, name: name ?? '', role, guardian, joinedAt, confirmedAt },
    household: { gridName, building, residents, children },
    suspension: suspended ? { until: suspendedUntil, cause: suspensionCause ?? '' } : null,
    ...counts,
    suspendable: maySuspend(cadre, member),
  }
}
