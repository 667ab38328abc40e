import type { MemberHandler } from '../handler'
import { deleteSkill } from '../repositories/skill'

export const withdrawSkill: MemberHandler<'withdrawSkill'> = async ({ tx, resident }, { skill }) => {
  await deleteSkill(tx, resident.communityId, resident.id, skill)
  return {}
}
