import { servedEnough, servedMinutes, type Presence } from './attendance'
import { DAY, type Instant } from './time'

/** Closed books can be opened again for so long after the session. */
export const REOPEN_WITHIN = 90 * DAY

/** One place whose outcome is decided, and what it brought so far. */
export interface DecidedPlace extends Presence {
  slotKind: 'seat' | 'post'
  /** of the slot, for each presence */
  points: number
  outcome: 'present' | 'absent'
  /** the person's own choice: hours count, points do not */
  hoursOnly: boolean
  /** decided anew since it was last settled; what was settled before stays otherwise */
  anew: boolean
  /** what its record says with all corrections; null: there is none */
  given: { minutes: number; points: number; movementId: string | null; hoursOnly: boolean } | null
}

/** What closing the books does about a place. */
export type Settlement =
  | { is: 'nothing' }
  | { is: 'give'; minutes: number; points: number }
  /** to these minutes and points in all; without a movement the points are first ones */
  | { is: 'correct'; minutes: number; points: number; movementId: string | null }

/**
 * Hours and points of one place: given once, and afterwards only corrected, where somebody decided anew.
 * @param plan of the session
 */
export function settle(plan: { startsAt: Instant; endsAt: Instant }, place: DecidedPlace): Settlement {
  if (place.slotKind === 'seat' || (place.given && !place.anew)) return { is: 'nothing' }
  const minutes = place.outcome === 'present' ? servedMinutes(plan, place) : 0
  const hoursOnly = place.given ? place.given.hoursOnly : place.hoursOnly
  const points = !hoursOnly && servedEnough(plan, minutes) ? place.points : 0
  const { given } = place
  if (!given) return minutes === 0 ? { is: 'nothing' } : { is: 'give', minutes, points }
  if (given.minutes === minutes && given.points === points) return { is: 'nothing' }
  return { is: 'correct', minutes, points, movementId: given.movementId }
}

/**
 * Until when closed books can be opened again.
 * @param session.endsAt its planned end
 */
export function reopenUntil(session: { endsAt: Instant }): Instant {
  return session.endsAt + REOPEN_WITHIN
}

/**
 * The times of a presence that came late or left early.
 * @param late whole minutes after the planned start
 * @param early whole minutes before the planned end
 * @returns null when nothing of the plan is left
 */
export function presenceWithin(
  plan: { startsAt: Instant; endsAt: Instant },
  { late, early }: { late: number; early: number },
): { checkedInAt: Instant; checkedOutAt: Instant } | null {
  const checkedInAt = plan.startsAt + late * 60_000
  const checkedOutAt = plan.endsAt - early * 60_000
  return checkedInAt < checkedOutAt ? { checkedInAt, checkedOutAt } : null
}
