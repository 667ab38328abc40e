import type { Instant } from '@/domain/time'

/** What is going to happen, in the order of time; each event may bring about later ones. */
export interface Timeline {
  at: (moment: Instant, event: () => Promise<void>) => void
  /** Lets everything happen up to a moment, with the clock at the time of each event. */
  runUntil: (end: Instant, clock: { now: Instant }) => Promise<void>
}

export function createTimeline(): Timeline {
  const events: { moment: Instant; event: () => Promise<void> }[] = []
  return {
    at: (moment, event) => {
      // After those of the same moment, so that the order of adding decides.
      let place = events.length
      while (place > 0 && (events[place - 1]?.moment ?? 0) > moment) place -= 1
      events.splice(place, 0, { moment, event })
    },
    runUntil: async (end, clock) => {
      for (let next = events[0]; next && next.moment <= end; next = events[0]) {
        events.shift()
        clock.now = next.moment
        await next.event()
      }
      clock.now = end
    },
  }
}
