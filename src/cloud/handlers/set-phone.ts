import type { MemberHandler } from '../handler'
import { savePhone } from '../repositories/phone'

export const setPhone: MemberHandler<'setPhone'> = async ({ tx, resident }, { phone }) => {
  await savePhone(tx, resident.communityId, resident.id, phone)
  return { phone }
}
