import { HOUR, MINUTE, type Instant } from './time'

/** What is honoured, in the order one comes by it: so many times, or so much time, in all years together. */
export const MILESTONES = ['first_time', 'times_10', 'hours_30', 'times_50', 'hours_100'] as const
export type Milestone = (typeof MILESTONES)[number]

const NEEDS: Record<Milestone, { times?: number; minutes?: number }> = {
  first_time: { times: 1 },
  times_10: { times: 10 },
  hours_30: { minutes: (30 * HOUR) / MINUTE },
  times_50: { times: 50 },
  hours_100: { minutes: (100 * HOUR) / MINUTE },
}

export interface Served {
  times: number
  minutes: number
}

/** How much is missing; 0 of both: it is reached. */
export function missingFor(milestone: Milestone, served: Served): Served {
  const { times = 0, minutes = 0 } = NEEDS[milestone]
  return { times: Math.max(0, times - served.times), minutes: Math.max(0, minutes - served.minutes) }
}

function isReached(milestone: Milestone, served: Served): boolean {
  const { times, minutes } = missingFor(milestone, served)
  return times === 0 && minutes === 0
}

/** What is reached by this service, and was not before it. */
export function crossed(before: Served, after: Served): Milestone[] {
  return MILESTONES.filter((it) => isReached(it, after) && !isReached(it, before))
}

/**
 * When each was reached: with the service that brought it.
 * @param services of one person, the first one first
 */
export function reachedBy(services: { startsAt: Instant; minutes: number }[]): Map<Milestone, Instant> {
  const reached = new Map<Milestone, Instant>()
  let served: Served = { times: 0, minutes: 0 }
  for (const { startsAt, minutes } of services) {
    const after = { times: served.times + 1, minutes: served.minutes + minutes }
    for (const milestone of crossed(served, after)) reached.set(milestone, startsAt)
    served = after
  }
  return reached
}
