import type { CallError } from '@/api/call'
import { newRequestId } from '@/api/request-id'
import type { Farewell } from '@/contract/delete-account'
import { beginAnew } from '@/platform/begin-anew'
import { forget, recall, remember } from '@/platform/storage'
import { ask, carryOut } from './ask'
import { LOADING, ready, type Loadable } from './loadable'
import { useMarks } from './marks'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity, emptyStores } from './per-community'

interface FarewellStore {
  /** what would happen */
  ahead: Loadable<Farewell>
  leaving: boolean
  error: CallError | null
  look(): Promise<void>
  /** @returns true when it is done, and the app begins anew */
  leave(): Promise<boolean>
}

export const useFarewell = createPerCommunity<FarewellStore>((set, get) => ({
  ahead: LOADING,
  leaving: false,
  error: null,

  async look() {
    set({ ahead: LOADING, error: null })
    const communityId = await currentCommunity()
    if (communityId === null) return
    const result = await ask('deleteAccount', { communityId, dryRun: true }, newRequestId())
    set({ ahead: result.ok ? ready(result.data) : { phase: 'failed', error: result.error } })
  },

  async leave() {
    const communityId = await currentCommunity()
    if (communityId === null || get().leaving) return false
    set({ leaving: true, error: null })
    const result = await carryOut('deleteAccount', { communityId, dryRun: false })
    const gone = result.ok || (result.error.code === 'refused' && wasGone(result.error))
    if (gone) forgetEverything()
    else set({ leaving: false, error: result.ok ? null : result.error })
    return gone
  },
}))

// Told again for want of the first answer: it is done all the same.
function wasGone(error: CallError): boolean {
  return 'reason' in error && error.reason?.reason === 'account_gone'
}

/** How large one reads is the phone's matter; who one tries to be, the demo's. */
const STAYS = ['elder', 'persona']

/** Nothing of who was here stays on this phone, and the app begins as for a newcomer. */
function forgetEverything(): void {
  const stays = STAYS.map((key) => [key, recall<unknown>(key)] as const)
  forget('')
  for (const [key, value] of stays) if (value !== null) remember(key, value)
  emptyStores()
  useMarks.setState({ marks: [] })
  useMembership.setState({ memberships: LOADING, communityId: null, error: null })
  beginAnew()
}
