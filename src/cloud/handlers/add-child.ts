import { RequestFailure, Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { insertChild, listChildren } from '../repositories/family'
import { lockHouseholds } from '../repositories/household'

const MOST_CHILDREN = 6

export const addChild: MemberHandler<'addChild'> = async ({ tx, resident, now }, payload) => {
  const { communityId, householdId, id: guardianId, guardian, joinedAt } = resident
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian adds a child and consents for it')
  await lockHouseholds(tx, communityId, [householdId])
  const children = await listChildren(tx, communityId, householdId)
  if (children.length >= MOST_CHILDREN)
    return new Refused({ reason: 'too_many_children', max: MOST_CHILDREN })
  const childId = newRowId()
  const { nickname, ageBand, consentVersion } = payload
  await insertChild(tx, communityId, {
    id: childId,
    householdId,
    guardianId,
    nickname,
    ageBand,
    consentVersion,
    joinedAt,
    now,
  })
  return { childId }
}
