import { done, refuse, type Answer } from './answer'
import { isHeld } from './holding'
import { isLapsed, lapse, serveLine, takeOfferBack } from './line'
import { payBack } from './points'
import { windowPlaces } from './rules'
import type { Booking, Entry, Place, Slot, World } from './world'

/** What a cadre asks for. */
export interface NewSize {
  capacity: number
  keepWindowPlaces: boolean
  dryRun: boolean
}

interface Holder {
  places: number
  /** of them, those had with points, or offered for points */
  early: number
  of: { booking: Booking; held: Place[] } | { entry: Entry }
}

/** A cadre gives a slot another number of places. */
export function shrink(world: World, slot: Slot, { capacity, keepWindowPlaces, dryRun }: NewSize): Answer {
  const { session } = slot
  if (world.now >= session.startsAt) return refuse({ reason: 'session_started', startsAt: session.startsAt })
  const all = holders(world, slot)
  const early = all.reduce((sum, holder) => sum + holder.early, 0)
  const share = windowPlaces({ ...slot, capacity })
  // Nobody loses a place to a larger slot.
  const least = capacity >= slot.capacity ? early : 0
  const without = losers(all, capacity, Math.max(share, least))
  const keeping = losers(all, capacity, Math.max(share, early))
  const leaving = keepWindowPlaces ? keeping : without
  const bookings = leaving.flatMap(({ of }) => ('booking' in of ? of : []))
  const places = bookings.flatMap((it) => it.held)
  const told = {
    capacity,
    released: {
      ...{ parties: bookings.length, places: places.length },
      ...{
        points: places.reduce((sum, { paid }) => sum + paid, 0),
        offers: leaving.length - bookings.length,
      },
    },
    ofWindow: leaving
      .filter((holder) => !keeping.includes(holder))
      .reduce((sum, holder) => sum + holder.early, 0),
  }
  if (dryRun || capacity === slot.capacity) return done({ version: session.version, ...told, given: 0 })

  // Places that are no more came free for nobody.
  const lapsed = lapse(world, slot)
  const freed = leaving.length > 0 ? 0 : lapsed
  for (const { of } of leaving) if ('entry' in of) takeOfferBack(of.entry)
  const first = bookings.map((it) => release(world, it))
  slot.line.unshift(...first)
  world.entries.push(...first)
  slot.capacity = capacity
  session.version += 1
  return done({ version: session.version, ...told, given: serveLine(world, slot, freed) })
}

/** Who has places: bookings in the order of booking, then open offers in the order of the line. */
function holders({ now, bookings }: World, slot: Slot): Holder[] {
  const booked = bookings.flatMap((booking): Holder[] => {
    const held = booking.places.filter(isHeld)
    if (booking.slot !== slot || held.length === 0) return []
    const early = held.filter((place) => place.inWindow).length
    return [{ places: held.length, early, of: { booking, held } }]
  })
  const offered = slot.line.flatMap((entry): Holder[] => {
    if (!entry.offer || isLapsed(entry, now)) return []
    const places = entry.people.length
    return [{ places, early: entry.offer.price === null ? 0 : places, of: { entry } }]
  })
  return [...booked, ...offered]
}

/** Each in turn keeps all its places if they still are within both limits, or none. */
function losers(all: Holder[], capacity: number, window: number): Holder[] {
  let [places, early] = [0, 0]
  return all.filter((holder) => {
    if (places + holder.places > capacity || early + holder.early > Math.min(window, capacity)) return true
    places += holder.places
    early += holder.early
    return false
  })
}

/** Has its points back, and waits; who paid once is ready to pay again. */
function release({ now }: World, { booking, held }: { booking: Booking; held: Place[] }): Entry {
  const inOrder = [...held].sort((a, b) => (a.person.id < b.person.id ? -1 : 1))
  for (const place of inOrder) {
    payBack(booking.home, place, now)
    place.givenBack = 'released'
  }
  const { slot, home } = booking
  const usePoints = held.some((place) => place.inWindow)
  return { slot, home, people: inOrder.map((place) => place.person), usePoints, offer: null }
}
