import { MY_SECTIONS } from '@/domain/my-data'
import type { MemberHandler } from '../handler'
import { countMine } from '../repositories/my-data'
import { findPhone } from '../repositories/phone'

export const getMyData: MemberHandler<'getMyData'> = async ({ tx, resident }) => ({
  phone: await findPhone(tx, resident.communityId, resident.id),
  sections: await Promise.all(
    MY_SECTIONS.map(async (section) => ({ section, count: await countMine(tx, resident, section) })),
  ),
})
