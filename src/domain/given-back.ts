import type { Instant } from './time'

/** A place given back in time, and not known to be taken up yet. */
export interface GivenBack {
  bookingId: string
  attendeeId: string
  householdId: string
  residentId: string
  cancelledAt: Instant
}

/** A place of the same slot that is held, and makes good no other given back. */
export interface Taking {
  bookingId: string
  attendeeId: string
  householdId: string
  takenAt: Instant
}

/** What became of one that was given back. */
export interface TakenUp {
  given: GivenBack
  by: Taking
  /** whether another household took it; else who gave it back has taken it again, and there is nothing to tell */
  byAnother: boolean
}

/** Is this place worth remembering: was its slot full, but for what was given back before? */
export function wasSought(slot: { held: number; capacity: number }, givenBefore: number): boolean {
  return slot.held + givenBefore >= slot.capacity
}

/**
 * Which of the places given back are taken up, one for one, the oldest first. While places of the slot are free, as many
 * of those given back are not taken up: a post that went from hand to hand fills none.
 */
export function takenUp(given: GivenBack[], takings: Taking[], free: number): TakenUp[] {
  const open = [...given].sort((a, b) => a.cancelledAt - b.cancelledAt)
  const settled: TakenUp[] = []
  for (const by of [...takings].sort((a, b) => a.takenAt - b.takenAt)) {
    if (settled.length >= given.length - free) break
    const before = open.filter((it) => it.cancelledAt < by.takenAt)
    const own = before.find((it) => it.householdId === by.householdId)
    const it = own ?? before[0]
    if (!it) continue
    open.splice(open.indexOf(it), 1)
    settled.push({ given: it, by, byAnother: !own })
  }
  return settled
}
