import { DAY, type Instant } from '@/domain/time'
import { pay } from './points'
import type { Booking, Home, Person, Place, Slot, World } from './world'

/** Who asks, and for whom: in this order they pay. */
export interface Party {
  home: Home
  people: Person[]
}

export interface Price {
  window: boolean
  cost: number
}

export const isHeld = (place: Place) => place.givenBack === null

export const held = (slot: Slot) => slot.places.filter(isHeld)

/** Places of active bookings, and places that are offered. */
export function taken(slot: Slot): number {
  const offered = slot.line.reduce((sum, { offer, people }) => sum + (offer ? people.length : 0), 0)
  return held(slot).length + offered
}

export const free = (slot: Slot) => slot.capacity - taken(slot)

/** What a household holds, in all slots. */
export function heldBy({ slots }: World, home: Home): Place[] {
  return slots.flatMap(held).filter((place) => place.booking.home === home)
}

/** Books, takes the price, and makes good what others gave back late. */
export function take(
  world: World,
  slot: Slot,
  { home, people }: Party,
  { window, cost }: Price,
  fromLine: boolean,
): Booking {
  const booking: Booking = { slot, home, fromLine, at: world.now, places: [] }
  const paid = cost / people.length
  for (const person of people) {
    const paidFrom = pay(home, paid, world.now)
    booking.places.push({
      ...{ booking, person, paid, paidFrom, inWindow: window, givenBack: null, absent: false },
    })
  }
  for (const missed of slot.missed.splice(0, people.length)) missed.givenBack = 'retaken'
  slot.places.push(...booking.places)
  world.bookings.push(booking)
  return booking
}

/** Half no-shows of a household by session: absent two, a late cancel that nobody made good one. */
export function halfNoShows({ slots }: World, home: Home): Map<Slot['session'], number> {
  const halves = new Map<Slot['session'], number>()
  for (const { booking, absent, givenBack } of slots.flatMap((slot) => slot.places)) {
    const counts = absent ? 2 : givenBack === 'missed' ? 1 : 0
    if (booking.home !== home || counts === 0) continue
    const { session } = booking.slot
    halves.set(session, Math.max(counts, halves.get(session) ?? 0))
  }
  return halves
}

/** The 30 days after two no-shows; the world is younger than 90 days, so that all of them count. */
export function oneAtATimeUntil(world: World, home: Home): Instant | null {
  const halves = halfNoShows(world, home)
  const sum = [...halves.values()].reduce((total, count) => total + count, 0)
  return sum < 4 ? null : Math.max(...[...halves.keys()].map(({ startsAt }) => startsAt)) + 30 * DAY
}
