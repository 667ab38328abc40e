import type { MemberHandler } from '../handler'
import { claimSkill as claim } from '../repositories/skill'

export const claimSkill: MemberHandler<'claimSkill'> = async ({ tx, resident }, { skill }) => {
  const { confirmed } = await claim(tx, resident.communityId, resident.id, skill)
  return { confirmed }
}
