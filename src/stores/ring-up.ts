import type { CallError } from '@/api/call'
import { carryOut } from './ask'
import { currentCommunity } from './membership'
import { createPerCommunity } from './per-community'

interface RingUpStore {
  /** by notice: the whole number; null: was taken away meanwhile. Never kept on the phone. */
  numbers: Record<string, string | null>
  pending: string | null
  error: CallError | null
  reveal(noticeId: string): Promise<void>
}

/** Numbers a cadre has had shown, to ring up who waits. */
export const useRingUp = createPerCommunity<RingUpStore>((set, get) => ({
  numbers: {},
  pending: null,
  error: null,

  async reveal(noticeId) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return
    set({ pending: noticeId, error: null })
    const result = await carryOut('revealPhone', { communityId, noticeId })
    set({ pending: null, error: result.ok ? null : result.error })
    if (result.ok) set({ numbers: { ...get().numbers, [noticeId]: result.data.phone } })
  },
}))
