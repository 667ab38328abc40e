import { useEffect, useState } from 'react'
import type { Instant } from '@/domain/time'
import type { CallError } from '@/api/call'
import { ask } from './ask'
import { serverNow } from './clock'
import { createPerCommunity } from './per-community'

interface CheckInCodeStore {
  shown: { sessionId: string; code: string; until: Instant } | null
  error: CallError | null
  renew(communityId: string, sessionId: string): Promise<void>
  hide(): void
}

export const useCheckInCode = createPerCommunity<CheckInCodeStore>((set) => ({
  shown: null,
  error: null,

  async renew(communityId, sessionId) {
    const result = await ask('getCheckInCode', { communityId, sessionId })
    if (result.ok) set({ shown: { sessionId, ...result.data }, error: null })
    else set({ error: result.error })
  },

  hide: () => set({ shown: null, error: null }),
}))

const SECOND = 1000
/** After a lost answer, and so that a clock a little behind does not ask in a circle. */
const PATIENCE = 2 * SECOND

/**
 * Keeps the number on the leader's screen current while it is shown, and calls `onRenewed` with each.
 * @returns whole seconds until it changes
 */
export function useRotatingCode(
  at: { communityId: string; sessionId: string },
  onRenewed: () => void,
): number {
  const { communityId, sessionId } = at
  const renew = useCheckInCode((store) => store.renew)
  const hide = useCheckInCode((store) => store.hide)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    let asked = 0
    const step = () => {
      const now = serverNow()
      const { shown } = useCheckInCode.getState()
      const until = shown?.sessionId === sessionId ? shown.until : 0
      setLeft(Math.max(0, Math.ceil((until - now) / SECOND)))
      if (until > now || now - asked < PATIENCE) return
      asked = now
      void renew(communityId, sessionId).then(onRenewed)
    }
    step()
    const timer = setInterval(step, SECOND)
    return () => {
      clearInterval(timer)
      hide()
    }
  }, [communityId, sessionId, renew, hide, onRenewed])
  return left
}
