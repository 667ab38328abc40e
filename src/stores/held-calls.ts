import type { CallError } from '@/api/call'
import type { HeldCallView } from '@/contract/list-held-calls'
import { ask, carryOut } from './ask'
import { currentCommunity } from './membership'
import { createPerCommunity } from './per-community'

interface HeldCallsStore {
  communityId: string | null
  calls: HeldCallView[]
  /** the one that something is being done with */
  pending: string | null
  error: CallError | null
  refresh(): Promise<void>
  /** @returns whether it is published now */
  retry(heldId: string): Promise<boolean>
  release(heldId: string): Promise<boolean>
  drop(heldId: string): Promise<boolean>
}

/** Calls that wait for the check of their texts. Beside the desk's list: without it the desk works as well. */
export const useHeldCalls = createPerCommunity<HeldCallsStore>((set, get) => {
  async function act(
    action: 'retryHeldCall' | 'releaseHeldCall' | 'dropHeldCall',
    heldId: string,
  ): Promise<boolean> {
    const { communityId, pending } = get()
    if (communityId === null || pending !== null) return false
    set({ pending: heldId, error: null })
    const result = await carryOut(action, { communityId, heldId })
    set({ pending: null, error: result.ok ? null : result.error })
    await get().refresh()
    return result.ok && !('held' in result.data && result.data.held)
  }
  return {
    communityId: null,
    calls: [],
    pending: null,
    error: null,

    async refresh() {
      const communityId = await currentCommunity()
      if (communityId === null) return
      const result = await ask('listHeldCalls', { communityId })
      if (result.ok) set({ communityId, calls: result.data.calls })
    },
    retry: (heldId) => act('retryHeldCall', heldId),
    release: (heldId) => act('releaseHeldCall', heldId),
    drop: (heldId) => act('dropHeldCall', heldId),
  }
})
