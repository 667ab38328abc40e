import { HOUR } from '@/domain/time'
import { done, refuse, type Answer } from './answer'
import { held, isHeld, take, taken, type Party } from './holding'
import { endEntry, serveLine, takeOfferBack } from './line'
import { payBack } from './points'
import { verdict } from './rules'
import type { Booking, Person, Slot, World } from './world'

export function book(world: World, slot: Slot, party: Party): Answer {
  serveLine(world, slot)
  const price = verdict(world, slot, party)
  if ('reason' in price) return refuse(price)
  const booking = take(world, slot, party, price, false)
  serveLine(world, slot, leaveLine(slot, party.people))
  return done({
    paid: price.cost,
    freeCancelUntil: freeCancelUntil(booking),
    held: taken(slot),
    heldByWindow: held(slot).filter((place) => place.inWindow).length,
    waitlist: slot.line.length,
  })
}

/** Who has a place waits no longer; others of the same party keep the turn, but not an offer for all. */
function leaveLine(slot: Slot, placed: Person[]): number {
  let freed = 0
  for (const entry of [...slot.line]) {
    const rest = entry.people.filter((person) => !placed.includes(person))
    if (rest.length === entry.people.length) continue
    freed += takeOfferBack(entry)
    if (rest.length === 0) endEntry(entry)
    else entry.people = rest
  }
  return freed
}

function freeCancelUntil({ slot, fromLine, at }: Booking): number {
  const { startsAt, freeCancelHours } = slot.session
  const usual = startsAt - freeCancelHours * HOUR
  return fromLine ? Math.min(startsAt, Math.max(usual, at + 2 * HOUR)) : usual
}

/** @param of who gives the place back; null: the whole party */
export function cancel(world: World, booking: Booking, of: Person[] | null): Answer {
  const { now } = world
  const { slot, home } = booking
  const { startsAt } = slot.session
  if (now >= startsAt) return refuse({ reason: 'cancel_too_late', startsAt })
  const given = booking.places.filter((place) => isHeld(place) && (of?.includes(place.person) ?? true))
  if (given.length === 0) return refuse({ reason: 'already_ended' })
  given.sort((a, b) => (a.person.id < b.person.id ? -1 : 1))
  const late = now >= freeCancelUntil(booking)
  for (const place of given) {
    place.givenBack = late ? 'missed' : 'in_time'
    if (late) slot.missed.push(place)
    else payBack(home, place, now)
  }
  const returned = late ? 0 : given.reduce((sum, place) => sum + place.paid, 0)
  const passedOn = serveLine(world, slot, given.filter((place) => place.inWindow).length) > 0
  return done({ returned, late, passedOn })
}
