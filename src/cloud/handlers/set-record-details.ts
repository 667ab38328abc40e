import type { MemberHandler } from '../handler'
import { findRecordDetails, saveRecordDetails } from '../repositories/service-record'

export const setRecordDetails: MemberHandler<'setRecordDetails'> = async ({ tx, resident }, payload) => {
  const { communityId, id } = resident
  const before = await findRecordDetails(tx, communityId, id)
  const { volunteerNumber = before.volunteerNumber, namedInHonours = before.namedInHonours } = payload
  await saveRecordDetails(tx, communityId, id, { volunteerNumber, namedInHonours })
  return { volunteerNumber, namedInHonours }
}
