import type { CallError } from '@/api/call'
import type { DisputeCause } from '@/domain/dispute'
import { carryOut } from './ask'
import { currentCommunity } from './membership'
import { usePoints } from './points'
import { createPerCommunity } from './per-community'

interface DisputeStore {
  pending: boolean
  error: CallError | null
  /** each: true when it was done */
  raise(seq: number, cause: DisputeCause, note: string): Promise<boolean>
  withdraw(seq: number, disputeId: string): Promise<boolean>
  forgetError(): void
}

/** What a household says of its own statement. */
export const useDispute = createPerCommunity<DisputeStore>((set, get) => ({
  pending: false,
  error: null,

  async raise(seq, cause, note) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending) return false
    set({ pending: true, error: null })
    const result = await carryOut('disputeEntry', { communityId, seq, cause, note })
    set({ pending: false, error: result.ok ? null : result.error })
    if (result.ok) usePoints.getState().say(seq, result.data.dispute)
    return result.ok
  },

  async withdraw(seq, disputeId) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending) return false
    set({ pending: true, error: null })
    const result = await carryOut('withdrawDispute', { communityId, disputeId })
    set({ pending: false, error: result.ok ? null : result.error })
    if (result.ok) usePoints.getState().say(seq, null)
    return result.ok
  },

  forgetError: () => set({ error: null }),
}))
