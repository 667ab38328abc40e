import { done, refuse, type Answer } from './answer'
import { held, taken } from './holding'
import { endEntry, isLapsed, serveLine } from './line'
import type { Person, Session, Slot, World } from './world'

/** @param slots in the order in which a tick comes to them */
export function tick(world: World, slots: Slot[]): void {
  const { now } = world
  for (const slot of slots) {
    const started = now >= slot.session.startsAt
    for (const entry of started ? slot.line : []) if (!entry.offer) endEntry(entry)
    const waitsForFree = !started && taken(slot) < slot.capacity && slot.line.length > 0
    if (waitsForFree || slot.line.some((entry) => isLapsed(entry, now))) serveLine(world, slot)
  }
}

/** A cadre closes the books: nobody has checked in, and of those who hold a place some did not come. */
export function confirm(world: World, session: Session, missing: Person[]): Answer {
  if (world.now < session.endsAt) return refuse({ reason: 'session_not_over', endsAt: session.endsAt })
  const places = world.slots.filter((slot) => slot.session === session).flatMap(held)
  const open = places.filter((place) => !place.absent)
  const absent = open.filter((place) => missing.includes(place.person))
  for (const place of absent) place.absent = true
  return done({ present: 0, absent: absent.length, undecided: open.length - absent.length, points: 0 })
}
