import type { CallError } from '@/api/call'
import type { Answer, Payload } from '@/contract/actions'
import { ask, carryOut } from './ask'
import { useHousehold } from './household'
import { LOADING, ready, type Loadable } from './loadable'
import { currentCommunity } from './membership'
import { createPerCommunity } from './per-community'

type Change =
  | 'inviteToHousehold'
  | 'withdrawInvitation'
  | 'confirmJoining'
  | 'consentForChild'
  | 'setAgeBand'
  | 'withdrawConsent'
  | 'leaveHousehold'

interface FamilyStore {
  pending: Change | null
  error: CallError | null
  /** what taking consent back would cancel */
  withdrawal: Loadable<Answer<'withdrawConsent'>>
  /** what would become of everything, if this person moved out */
  leaving: Loadable<Answer<'leaveHousehold'>>
  /** Carries one out, and reads the household anew; null: it was not done, and `error` says why. */
  change<A extends Change>(action: A, payload: Omit<Payload<A>, 'communityId'>): Promise<Answer<A> | null>
  foreseeWithdrawal(childId: string): Promise<void>
  foreseeLeaving(): Promise<void>
  /** a sheet is opened or closed: what was said in it is over */
  begin(): void
}

/** Who belongs to the household: inviting, confirming, moving out; and consent for its children. */
export const useFamily = createPerCommunity<FamilyStore>((set, get) => ({
  pending: null,
  error: null,
  withdrawal: LOADING,
  leaving: LOADING,

  async change(action, payload) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending) return null
    set({ pending: action, error: null })
    const result = await carryOut(action, { communityId, ...payload } as Payload<typeof action>)
    set({ pending: null, error: result.ok ? null : result.error })
    // What it was refused for may be new to this page as well.
    await useHousehold.getState().refresh()
    return result.ok ? result.data : null
  },

  async foreseeWithdrawal(childId) {
    set({ withdrawal: LOADING })
    const communityId = await currentCommunity()
    if (communityId === null) return
    const result = await ask('withdrawConsent', { communityId, childId, dryRun: true })
    set({ withdrawal: result.ok ? ready(result.data) : { phase: 'failed', error: result.error } })
  },

  async foreseeLeaving() {
    set({ leaving: LOADING })
    const communityId = await currentCommunity()
    if (communityId === null) return
    const result = await ask('leaveHousehold', { communityId, dryRun: true })
    set({ leaving: result.ok ? ready(result.data) : { phase: 'failed', error: result.error } })
  },

  begin() {
    set({ error: null })
  },
}))
