import { useEffect } from 'react'
import { create } from 'zustand'
import type { Instant } from '@/domain/time'

interface Clock {
  /** server time minus this phone's */
  offset: number
  /** server time, as of the last tick */
  now: Instant
}

const useClock = create<Clock>(() => ({ offset: 0, now: Date.now() }))

const TICK = 15_000
const JITTER = 1_000

/** The server's time: a phone's clock may be wrong, and in a demo time can be moved. */
export function serverNow(): Instant {
  return Date.now() + useClock.getState().offset
}

/** Whether an answer has said since the app was opened that this phone's clock is wrong. */
export function knowsOffset(): boolean {
  return useClock.getState().offset !== 0
}

export function learnTime(now: Instant): void {
  const offset = now - Date.now()
  // The way of each answer differs a little; screens need not be drawn again for that.
  if (Math.abs(offset - useClock.getState().offset) > JITTER) useClock.setState({ offset, now })
}

/** Server time for rendering, renewed a few times a minute while the page is mounted. */
export function useNow(): Instant {
  useEffect(() => {
    const tick = () => useClock.setState({ now: serverNow() })
    tick()
    const timer = setInterval(tick, TICK)
    return () => clearInterval(timer)
  }, [])
  return useClock((clock) => clock.now)
}
