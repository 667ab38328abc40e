import { checkDouble } from '@/domain/resident-merge'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { lockHouseholds } from '../repositories/household'
import { moveIdentity, readDouble } from '../repositories/resident-merge'

export const mergeResidents: MemberHandler<'mergeResidents'> = async (
  { tx, resident: admin, now },
  { keep, drop },
) => {
  const { communityId, id: actorId } = admin
  const seen = await readDouble(tx, communityId, keep, drop)
  if (!seen) throw notFound('resident')
  const { keepHousehold, dropHousehold } = seen
  await lockHouseholds(tx, communityId, [keepHousehold, dropHousehold])
  // A booking may have been under way when it was looked at first.
  const facts = await readDouble(tx, communityId, keep, drop)
  const refusal = facts ? checkDouble(facts) : null
  if (refusal) return new Refused(refusal)
  await moveIdentity(tx, communityId, { keep, drop, keepHousehold, dropHousehold })
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'mergeResidents', sessionId: null, subjectId: keep, why: drop, now },
  })
  return {}
}
