import { useEffect, useState } from 'react'
import type { CallError } from '@/api/call'
import { CODE_STEP } from '@/domain/check-in-code'
import type { Instant } from '@/domain/time'
import { recall, remember } from '@/platform/storage'
import { ask } from './ask'
import { knowsOffset, learnTime, serverNow } from './clock'
import { createPerCommunity } from './per-community'

/** Numbers for the coming hours, as the server gave them; `from` when the first of them begins to be shown. */
interface Numbers {
  sessionId: string
  from: Instant
  codes: string[]
  /** the server's time minus this phone's: without a network nothing else says what time it is */
  offset: number
}

interface CheckInCodeStore {
  numbers: Numbers | null
  error: CallError | null
  /** what was kept on this phone, for want of a network */
  restore(sessionId: string): void
  renew(communityId: string, sessionId: string): Promise<void>
  hide(): void
}

const keyOf = (sessionId: string) => `kept:numbers:${sessionId}`

export const useCheckInCode = createPerCommunity<CheckInCodeStore>((set) => ({
  numbers: null,
  error: null,

  restore(sessionId) {
    const numbers = recall<Numbers>(keyOf(sessionId))
    if (!numbers) return
    // The app was closed since: what it knew of the time is gone with it.
    if (!knowsOffset()) learnTime(Date.now() + numbers.offset)
    set({ numbers })
  },

  async renew(communityId, sessionId) {
    const result = await ask('getCheckInCode', { communityId, sessionId })
    if (!result.ok) return set({ error: result.error })
    const { code, ahead, until } = result.data
    const offset = result.now - Date.now()
    const numbers = { sessionId, from: until - CODE_STEP, codes: [code, ...ahead], offset }
    remember(keyOf(sessionId), numbers)
    set({ numbers, error: null })
  },

  hide: () => set({ numbers: null, error: null }),
}))

/** The number to be shown at a time, and until when; null: none is known. */
export function numberAt(
  numbers: Numbers | null,
  sessionId: string,
  now: Instant,
): { code: string; until: Instant } | null {
  if (numbers?.sessionId !== sessionId) return null
  const step = Math.floor((now - numbers.from) / CODE_STEP)
  const code = numbers.codes[step]
  return code === undefined ? null : { code, until: numbers.from + (step + 1) * CODE_STEP }
}

const SECOND = 1000
/** After a lost answer, and so that a clock a little behind does not ask in a circle. */
const PATIENCE = 2 * SECOND
/** The numbers are asked for anew so often, that there are always hours of them. */
const FRESH = 5 * 60 * SECOND

/**
 * Keeps the number on the leader's screen current while it is shown, with or without a network, and calls
 * `onChange` with each.
 * @returns the number and the whole seconds until it changes; null: none is known yet
 */
export function useRotatingCode(
  at: { communityId: string; sessionId: string },
  onChange: () => void,
): { code: string; left: number } | null {
  const { communityId, sessionId } = at
  const renew = useCheckInCode((store) => store.renew)
  const restore = useCheckInCode((store) => store.restore)
  const hide = useCheckInCode((store) => store.hide)
  const [shown, setShown] = useState<{ code: string; left: number } | null>(null)
  useEffect(() => {
    let asked = 0
    let before: string | null = null
    restore(sessionId)
    const step = () => {
      const now = serverNow()
      const number = numberAt(useCheckInCode.getState().numbers, sessionId, now)
      setShown(number && { code: number.code, left: Math.max(0, Math.ceil((number.until - now) / SECOND)) })
      if (number && before !== null && number.code !== before) onChange()
      before = number?.code ?? before
      if (Math.abs(now - asked) < (number ? FRESH : PATIENCE)) return
      asked = now
      void renew(communityId, sessionId).then(step)
    }
    step()
    const timer = setInterval(step, SECOND)
    return () => {
      clearInterval(timer)
      hide()
    }
  }, [communityId, sessionId, renew, restore, hide, onChange])
  return shown
}
