import type { CallError } from '@/api/call'
import type { Member } from '@/contract/get-member'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { carryOut } from './ask'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { currentCommunity } from './membership'
import { isSkill } from './members'
import { createPerCommunity } from './per-community'

interface MemberCardStore {
  residentId: string | null
  member: Loadable<Member>
  pending: boolean
  error: CallError | null
  open(residentId: string): Promise<void>
  refresh(): Promise<void>
  /** each: true when done */
  setRole(role: Role): Promise<boolean>
  suspend(until: Instant, why: string): Promise<boolean>
  lift(): Promise<boolean>
  decideSkill(skill: string, confirmed: boolean): Promise<boolean>
}

export const useMemberCard = createPerCommunity<MemberCardStore>((set, get) => {
  type Asked = { communityId: string; residentId: string }
  async function act(work: (asked: Asked) => Promise<{ ok: true } | { ok: false; error: CallError }>) {
    const communityId = await currentCommunity()
    const { residentId, pending } = get()
    if (communityId === null || residentId === null || pending) return false
    set({ pending: true, error: null })
    const result = await work({ communityId, residentId })
    set({ pending: false, error: result.ok ? null : result.error })
    if (result.ok) await get().refresh()
    return result.ok
  }

  return {
    residentId: null,
    member: LOADING,
    pending: false,
    error: null,

    async open(residentId) {
      if (get().residentId !== residentId) set({ residentId, member: LOADING })
      set({ error: null, pending: false })
      await get().refresh()
    },

    async refresh() {
      const { residentId, member } = get()
      const communityId = await currentCommunity()
      if (residentId === null || communityId === null) return
      set({ member: whileLoading(member) })
      const loaded = await load('getMember', { communityId, residentId })
      if (get().residentId === residentId) set({ member: loaded })
    },

    setRole: (role) => act((asked) => carryOut('setRole', { ...asked, role })),
    suspend: (until, why) => act((asked) => carryOut('suspendResident', { ...asked, until, why })),
    lift: () => act((asked) => carryOut('liftSuspension', asked)),
    decideSkill: (skill, confirmed) =>
      isSkill(skill)
        ? act((asked) => carryOut('decideSkill', { ...asked, skill, confirmed }))
        : Promise.resolve(false),
  }
})
