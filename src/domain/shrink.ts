import { windowPlaces } from './priority'

/** A party with places in a slot: a booking, or, behind all bookings, an open offer. */
export interface HoldingParty {
  places: number
  /** of them, those paid with points in the window, or offered against them */
  ofWindow: number
}

/** How many places a slot has, and how many of them may be had with points in the window. */
export interface SlotLimits {
  capacity: number
  window: number
}

/**
 * What a slot of `capacity` places allows.
 * @param share whole percent of the places for the window
 * @param keep window places that stay beyond the share, never beyond the capacity; 0: none
 */
export function limitsOf(capacity: number, share: number, keep: number): SlotLimits {
  return { capacity, window: Math.min(capacity, Math.max(windowPlaces(capacity, share), keep)) }
}

/**
 * Who keeps their places when a slot shrinks: strictly in order, each party that still fits within both
 * limits as a whole. A party that does not is released as a whole, and the next may still fit.
 * @param inOrder bookings in the order of booking, then open offers in the order of the list
 */
export function whoKeeps<Party extends HoldingParty>(
  inOrder: Party[],
  limits: SlotLimits,
): { kept: Party[]; released: Party[] } {
  let { capacity, window } = limits
  const kept: Party[] = []
  const released: Party[] = []
  for (const party of inOrder) {
    const fits = party.places <= capacity && party.ofWindow <= window
    ;(fits ? kept : released).push(party)
    if (!fits) continue
    capacity -= party.places
    window -= party.ofWindow
  }
  return { kept, released }
}

/** Places and window places of the parties. */
export function sumOf(parties: HoldingParty[]): HoldingParty {
  return parties.reduce(
    (sum, { places, ofWindow }) => ({ places: sum.places + places, ofWindow: sum.ofWindow + ofWindow }),
    { places: 0, ofWindow: 0 },
  )
}
