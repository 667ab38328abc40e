import { MOST_CHILDREN } from '@/domain/household-merge'
import { pointsUsableFrom } from '@/domain/points'
import { RequestFailure, Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { insertChild, listChildren } from '../repositories/family'
import { countEntries, lockStanding } from '../repositories/household'

export const addChild: MemberHandler<'addChild'> = async ({ tx, resident, now }, payload) => {
  const { communityId, householdId, id: guardianId, guardian } = resident
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian adds a child and consents for it')
  await lockStanding(tx, communityId, [householdId])
  const children = await listChildren(tx, communityId, householdId)
  if (children.length >= MOST_CHILDREN)
    return new Refused({ reason: 'too_many_children', max: MOST_CHILDREN })
  const childId = newRowId()
  const usableFrom = pointsUsableFrom({ seq: await countEntries(tx, communityId, householdId) }, now)
  await insertChild(tx, communityId, {
    id: childId,
    householdId,
    guardianId,
    nickname: payload.nickname,
    ageBand: payload.ageBand,
    consentVersion: payload.consentVersion,
    pointsUsableFrom: usableFrom,
    now,
  })
  return { childId }
}
