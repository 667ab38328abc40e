import { notFound, Refused, type MemberHandler } from '../handler'
import { findDispute, withdraw } from '../repositories/dispute'
import { lockHouseholds } from '../repositories/household'

export const withdrawDispute: MemberHandler<'withdrawDispute'> = async (
  { tx, resident, now },
  { disputeId },
) => {
  const { communityId, householdId } = resident
  await lockHouseholds(tx, communityId, [householdId])
  const dispute = await findDispute(tx, communityId, disputeId, 'update')
  if (dispute?.accountId !== householdId) throw notFound('dispute')
  if (dispute.state !== 'open') return new Refused({ reason: 'dispute_ended', state: dispute.state })
  await withdraw(tx, communityId, disputeId, now)
  return {}
}
