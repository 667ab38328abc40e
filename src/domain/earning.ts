import type { DrawRefusal } from './draw-application'
import type { Refusal } from './refusal'
import type { SubstituteRefusal } from './substitute'
import { HOUR, type Instant } from './time'

/** Points come when a leader has confirmed who was there: mostly on the spot, so an hour is counted for it. */
const CONFIRMED_WITHIN = HOUR
/** So many posts are named beside missing points. */
export const POSTS_NAMED = 3

/** The latest end of a post whose points can be counted on at `opensAt`. */
export function endsInTime(opensAt: Instant): Instant {
  return opensAt - CONFIRMED_WITHIN
}

/** Points that keep a party from booking early; null: something else does, or nothing. */
export function missingPoints(refusal: Refusal | DrawRefusal | SubstituteRefusal): number | null {
  if (refusal.reason !== 'not_open_yet') return null
  const { need, have } = refusal
  return need > have ? need - have : null
}
