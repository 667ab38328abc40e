import type { CallError } from '@/api/call'
import type { Skill } from '@/domain/skill'
import { carryOut } from './ask'
import { useHousehold } from './household'
import { currentCommunity } from './membership'
import { createPerCommunity } from './per-community'

interface SkillsStore {
  pending: Skill | null
  error: CallError | null
  /** says that one has it, or no longer says so */
  say(skill: Skill, has: boolean): Promise<void>
}

/** What a resident says of their skills; how they stand is part of the household's answer. */
export const useSkills = createPerCommunity<SkillsStore>((set, get) => ({
  pending: null,
  error: null,

  async say(skill, has) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return
    set({ pending: skill, error: null })
    const result = await carryOut(has ? 'claimSkill' : 'withdrawSkill', { communityId, skill })
    if (result.ok) await useHousehold.getState().refresh()
    set({ pending: null, error: result.ok ? null : result.error })
  },
}))
