import { freePlaces, type SlotPlaces, type SlotTerms } from './slot'
import type { Instant } from './time'

/**
 * Places that may go by points before general opening.
 * Integers only: in floating point 0.29 × 100 is less than 29.
 * @param capacity places
 * @param share whole percent, 0–80
 */
export function windowPlaces(capacity: number, share: number): number {
  return Math.floor((capacity * share) / 100)
}

/**
 * `closed`: nobody books, as before a draw. `window`: those who pay with points. `newcomers`: households without a
 * place in this activity lately. `general`: everybody.
 */
export type Phase = 'closed' | 'window' | 'newcomers' | 'general'

export function phaseAt(terms: SlotTerms, now: Instant): Phase {
  if (terms.allocation === 'draw' && terms.drawnAt === null) return 'closed'
  if (now >= terms.opensAt) {
    return terms.newcomersUntil !== null && now < terms.newcomersUntil ? 'newcomers' : 'general'
  }
  return hasWindow(terms) && now >= terms.priorityOpensAt ? 'window' : 'closed'
}

/**
 * Places that somebody could be given at `now`: none before any opening, the window's room inside it,
 * all that are free afterwards.
 */
export function givablePlaces(
  terms: SlotTerms,
  places: Pick<SlotPlaces, 'held' | 'heldByWindow'>,
  now: Instant,
): number {
  const free = freePlaces(terms.capacity, places)
  const phase = phaseAt(terms, now)
  if (phase === 'closed') return 0
  if (phase !== 'window') return free
  return Math.max(0, Math.min(free, windowPlaces(terms.capacity, terms.share) - places.heldByWindow))
}

/** True when some places can be had early for points. */
export function hasWindow(
  terms: SlotTerms,
): terms is SlotTerms & { price: number; priorityOpensAt: Instant } {
  return (
    terms.price !== null && terms.priorityOpensAt !== null && windowPlaces(terms.capacity, terms.share) > 0
  )
}
