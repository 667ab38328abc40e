import type { CallError } from '@/api/call'
import type { Instant } from '@/domain/time'
import { carryOut } from './ask'
import { createPerCommunity } from './per-community'

interface CheckInStore {
  pending: boolean
  checkedInAt: Instant | null
  error: CallError | null
  begin(): void
  checkIn(communityId: string, sessionId: string, code: string): Promise<void>
}

export const useCheckIn = createPerCommunity<CheckInStore>((set, get) => ({
  pending: false,
  checkedInAt: null,
  error: null,

  begin: () => set({ pending: false, checkedInAt: null, error: null }),

  async checkIn(communityId, sessionId, code) {
    if (get().pending) return
    set({ pending: true, error: null })
    const result = await carryOut('checkIn', { communityId, sessionId, code })
    set(
      result.ok
        ? { pending: false, checkedInAt: result.data.checkedInAt }
        : { pending: false, error: result.error },
    )
  },
}))
