import { hasWindow } from './priority'
import type { SlotTerms } from './slot'
import { DAY, HOUR, MINUTE, WEEK, type Instant } from './time'

/** A call is meant to be full half an hour after its places could first be taken. */
export const FILL_TARGET = 30 * MINUTE

/** From when places could be taken: people had heard of it, and it was open to the first of them. */
export function fillsFrom(heardAt: Instant, terms: SlotTerms): Instant {
  const opensAt = hasWindow(terms) ? terms.priorityOpensAt : terms.opensAt
  return Math.max(heardAt, opensAt)
}

/** How the places of a slot stand against the half hour. `lack`: places still to be taken. */
export type SlotFill =
  /** nobody can take one yet */
  | { is: 'closed'; from: Instant }
  /** `after`: minutes until the last was taken; null: it became full by having fewer places */
  | { is: 'full'; after: number | null }
  | { is: 'filling'; lack: number }
  /** the half hour is over */
  | { is: 'stuck'; lack: number }
  /** the session has begun, or is cancelled: nobody can come any more */
  | { is: 'over'; lack: number }

export function slotFill(
  { from, capacity, held, fullAt }: { from: Instant; capacity: number; held: number; fullAt: Instant | null },
  session: { startsAt: Instant; cancelledAt: Instant | null },
  now: Instant,
): SlotFill {
  const lack = Math.max(0, capacity - held)
  if (session.cancelledAt !== null || now >= session.startsAt) return { is: 'over', lack }
  if (lack === 0) return { is: 'full', after: fullAt === null ? null : minutesFrom(from, fullAt) }
  if (now < from) return { is: 'closed', from }
  return now < from + FILL_TARGET ? { is: 'filling', lack } : { is: 'stuck', lack }
}

/** Whole minutes that have gone by; 0 for what was before. */
export function minutesFrom(from: Instant, at: Instant): number {
  return Math.max(0, Math.floor((at - from) / MINUTE))
}

/** So many places were taken (or, negative, given back) at that time. */
export interface PlacesMoved {
  at: Instant
  places: number
}

/** From that minute on so many places are taken. */
export interface FillStep {
  minute: number
  taken: number
}

const MOST_STEPS_LATER = 60

/**
 * The curve of places taken, from `from` until `until`: by the minute in the first hour, after that in at most
 * {@link MOST_STEPS_LATER} steps, each as it stood at its end.
 * @param moved in the order of time
 * @returns steps in the order of time, the first at minute 0
 */
export function fillCurve(moved: PlacesMoved[], from: Instant, until: Instant): FillStep[] {
  const end = minutesFrom(from, until)
  const width = Math.max(1, Math.ceil((end - 60) / MOST_STEPS_LATER))
  const steps = new Map<number, number>([[0, 0]])
  let taken = 0
  for (const { at, places } of moved) {
    if (at > until) break
    taken += places
    const minute = minutesFrom(from, at)
    const step = minute <= 60 ? minute : 60 + Math.ceil((minute - 60) / width) * width
    steps.set(Math.min(step, end), taken)
  }
  if (!steps.has(end)) steps.set(end, taken)
  return [...steps].map(([minute, count]) => ({ minute, taken: count })).sort((a, b) => a.minute - b.minute)
}

const HORIZONS = [HOUR, 6 * HOUR, DAY, 3 * DAY, WEEK, 30 * DAY]

/** How far the axis of the curve goes, in minutes: an hour, and more only when more has gone by. */
export function horizonOf(minutes: number): number {
  return (HORIZONS.find((span) => span >= minutes * MINUTE) ?? minutes * MINUTE) / MINUTE
}
