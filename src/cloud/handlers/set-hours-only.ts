import type { MemberHandler } from '../handler'
import { saveHoursOnly } from '../repositories/service-record'

export const setHoursOnly: MemberHandler<'setHoursOnly'> = async ({ tx, resident }, { hoursOnly }) => {
  await saveHoursOnly(tx, resident.communityId, resident.id, hoursOnly)
  return { hoursOnly }
}
