import type { Instant } from '@/domain/time'

/** The demo's clock: real time, moved as far ahead as somebody wants to see. */
export interface DemoClock {
  now: () => Instant
  /** to a moment; never before real time, so that nothing lies in a future that does not come */
  moveTo: (moment: Instant) => void
  reset: () => void
}

export function createDemoClock(realNow: () => Instant): DemoClock {
  let ahead = 0
  return {
    now: () => realNow() + ahead,
    moveTo: (moment) => {
      ahead = Math.max(0, moment - realNow())
    },
    reset: () => {
      ahead = 0
    },
  }
}
