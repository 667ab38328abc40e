import type { MemberHandler } from '../handler'
import { saveHoursOnly } from '../repositories/given-service'

export const setHoursOnly: MemberHandler<'setHoursOnly'> = async ({ tx, resident }, { hoursOnly }) => {
  await saveHoursOnly(tx, resident.communityId, resident.id, hoursOnly)
  return { hoursOnly }
}
