import type { AgeBand } from './age-band'
import type { Instant } from './time'

/** `seat`: a place to attend. `post`: a duty to serve. */
export type SlotKind = 'seat' | 'post'

/** `booking`: first come within the rules. `draw`: applications until `drawAt`. */
export type Allocation = 'booking' | 'draw'

/** What a slot demands of those who take it; fixed when the call is published. */
export interface SlotTerms {
  kind: SlotKind
  /** places, 1 or more */
  capacity: number
  /** whom the places are for; null: everybody */
  ageBand: AgeBand | null
  /** skill a volunteer must have confirmed; null: none */
  skill: string | null
  /** a post with children: only for confirmed residents */
  withChildren: boolean
  /** points per place in the priority window; null: no window */
  price: number | null
  /** whole percent of the capacity that may go by points, 0–80 */
  share: number
  priorityOpensAt: Instant | null
  opensAt: Instant
  /** newcomers' part: until then, only households without a place in this activity; null: off */
  newcomersUntil: Instant | null
  /** kept until then for those of these teams; null: for all */
  teamsUntil: Instant | null
  teamIds: string[]
  allocation: Allocation
  drawAt: Instant | null
  /** when the draw was run; null: not yet */
  drawnAt: Instant | null
  /** most places one household may hold; null: no limit */
  householdLimit: number | null
}

/** How a slot's places stand, counted under its lock. */
export interface SlotPlaces {
  /** places of active bookings, and of unlapsed offers to others */
  held: number
  /** of `held`: those paid with points in the window */
  heldByWindow: number
  /** places asked for by each waiting party that may be given one now, in the order of the list */
  waiting: number[]
  /** how many parties wait, whether or not they may be given a place now */
  waitlist: number
}

/** Free places of a slot; never negative, even after a slot shrank. */
export function freePlaces(capacity: number, places: Pick<SlotPlaces, 'held'>): number {
  return Math.max(0, capacity - places.held)
}

/** True when `free` places already belong to somebody who waits and whose party they fit. */
export function keptForWaiting(free: number, places: SlotPlaces): boolean {
  return places.waiting.some((party) => party <= free)
}
