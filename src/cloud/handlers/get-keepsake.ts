import { keepsakeOf } from '@/domain/keepsake'
import { notFound, type MemberHandler } from '../handler'
import { findCommunity } from '../repositories/community'
import { listServedInSession } from '../repositories/service-record'
import { findSession } from '../repositories/slot'
import { countThanks } from '../repositories/thanks'

export const getKeepsake: MemberHandler<'getKeepsake'> = async ({ tx, resident }, { sessionId }) => {
  const { communityId, householdId } = resident
  const session = await findSession(tx, communityId, sessionId)
  const served = session ? await listServedInSession(tx, communityId, sessionId) : []
  const keepsake = keepsakeOf(served, { residentId: resident.id, householdId })
  if (!session || !keepsake) throw notFound('service of yours that is confirmed')
  const thanks = await countThanks(tx, communityId, householdId, [sessionId])
  const { activityKind, title: activityTitle, place, startsAt } = session
  return {
    community: (await findCommunity(tx, communityId))?.name ?? '',
    ...{ activityKind, activityTitle, place, startsAt, ...keepsake },
    thanks: thanks.get(sessionId) ?? 0,
  }
}
