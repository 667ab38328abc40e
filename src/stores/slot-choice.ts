import type { SessionView, SlotView } from '@/contract/session-view'
import { isCourse } from '@/domain/activity'
import type { Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { serverNow } from './clock'
import { fittingParty, standingOf } from './verdict'

/** The slot the main button speaks about: the chosen one, else the one most likely meant. */
export function currentSlot(
  view: SessionView,
  slotId: string | null,
  now: Instant = serverNow(),
): SlotView | undefined {
  const find = (id: string | null | undefined) => view.slots.find((it) => it.id === id)
  return find(slotId) ?? find(view.substitute?.slotId) ?? likelySlot(view, now)
}

/**
 * Who is ticked for a slot: as chosen, else whoever fits.
 * @param leftOut gave up a place in this visit; beside somebody who keeps theirs they are not ticked again
 */
export function chosenFor(
  chosen: Record<string, string[]>,
  leftOut: string[],
  view: SessionView,
  slot: SlotView,
  now: Instant = serverNow(),
): string[] {
  const tapped = chosen[slot.id]
  if (tapped) return tapped
  const fit = fittingParty(view, slot, now)
  return slot.booked.length > 0 ? fit.filter((id) => !leftOut.includes(id)) : fit
}

const LIKELY: Standing['is'][] = [
  'substitute',
  'offered',
  'check_in',
  'checked_in',
  'came',
  'absent',
  'applied',
  'held',
  'bookable',
  'draw_open',
  'fewer',
  'waiting',
  'drawing',
  'waitable',
  'reminded',
  'remindable',
  'refused',
  'nobody_chosen',
  'no_child',
  'over',
]
const LAST_HELD = LIKELY.indexOf('held')

function likelySlot(view: SessionView, now: Instant): SlotView | undefined {
  const isMeant = meantByParents(view, now)
  const rank = (slot: SlotView) => {
    const standing = standingOf(view, slot, fittingParty(view, slot, now), now)
    const likely = LIKELY.indexOf(standing.is)
    return isMeant(slot) || likely <= LAST_HELD ? likely : likely + LIKELY.length
  }
  return [...view.slots].sort((a, b) => rank(a) - rank(b))[0]
}

/**
 * Parents came for the class, even while it is not open to them yet, and even when none of their
 * children is of its age: a post is theirs to choose, never theirs by default.
 */
function meantByParents(view: SessionView, now: Instant): (slot: SlotView) => boolean {
  if (view.slots.some((slot) => isForTheirChildren(view, slot, now))) {
    return (slot) => isForTheirChildren(view, slot, now)
  }
  const isForChildren = ({ terms }: SlotView) => terms.kind === 'seat' && terms.ageBand !== null
  const cameForClass =
    isCourse(view.activity.kind) &&
    view.people.some((it) => it.kind === 'child') &&
    view.slots.some(isForChildren)
  return cameForClass ? isForChildren : () => true
}

function isForTheirChildren(view: SessionView, slot: SlotView, now: Instant): boolean {
  const fit = fittingParty(view, slot, now)
  return view.people.some((person) => person.kind === 'child' && fit.includes(person.id))
}
