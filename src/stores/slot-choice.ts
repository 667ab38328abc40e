import type { SessionView, SlotView } from '@/contract/session-view'
import type { Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { serverNow } from './clock'
import { fittingParty, standingOf } from './verdict'

/** The slot the main button speaks about: the chosen one, else the one most likely meant. */
export function currentSlot(view: SessionView, slotId: string | null): SlotView | undefined {
  return view.slots.find((it) => it.id === slotId) ?? likelySlot(view, serverNow())
}

/** Who is ticked for a slot: as chosen, else whoever fits. */
export function chosenFor(chosen: Record<string, string[]>, view: SessionView, slot: SlotView): string[] {
  return chosen[slot.id] ?? fittingParty(view, slot, serverNow())
}

const LIKELY: Standing['is'][] = [
  'offered',
  'held',
  'bookable',
  'fewer',
  'waiting',
  'waitable',
  'refused',
  'nobody_chosen',
  'no_child',
]

function likelySlot(view: SessionView, now: Instant): SlotView | undefined {
  const parentCame = view.slots.some((slot) => isForTheirChildren(view, slot, now))
  const rank = (slot: SlotView) => {
    const standing = standingOf(view, slot, fittingParty(view, slot, now), now)
    const likely = LIKELY.indexOf(standing.is)
    // Parents came for the class, even while it is not open to them yet.
    return parentCame && !isForTheirChildren(view, slot, now) && likely > 1 ? likely + LIKELY.length : likely
  }
  return [...view.slots].sort((a, b) => rank(a) - rank(b))[0]
}

function isForTheirChildren(view: SessionView, slot: SlotView, now: Instant): boolean {
  const fit = fittingParty(view, slot, now)
  return view.people.some((person) => person.kind === 'child' && fit.includes(person.id))
}
