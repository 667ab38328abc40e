import type { Refusal } from '@/domain/refusal'
import { DAY } from '@/domain/time'
import { free, held, heldBy, isHeld, oneAtATimeUntil, type Party, type Price } from './holding'
import { PRIORITY_OPENS } from './plan'
import { canPay } from './points'
import type { Person, Slot, World } from './world'

/** May this party take places in this slot now? The line has been served before. */
export function verdict(world: World, slot: Slot, party: Party): Refusal | Price {
  for (const check of CHECKS) {
    const refusal = check(world, slot, party)
    if (refusal) return refusal
  }
  const window = world.now < slot.opensAt
  return { window, cost: window ? priceOf(slot, party) : 0 }
}

type Check = (world: World, slot: Slot, party: Party) => Refusal | null

/** A reason about one of the party, the first it holds for. */
const ofOne =
  (check: (world: World, slot: Slot, person: Person) => object | null): Check =>
  (world, slot, { people }) => {
    for (const person of people) {
      const reason = check(world, slot, person)
      if (reason) return { attendee: { id: person.id, name: person.id }, ...reason } as Refusal
    }
    return null
  }

const started: Check = ({ now }, { session: { startsAt } }) =>
  now >= startsAt ? { reason: 'session_started', startsAt } : null

const wrongAttendee = ofOne((_world, slot, person) =>
  slot.kind === 'post' && person.kind === 'child' ? { reason: 'wrong_attendee' } : null,
)

const alreadyBooked = ofOne((_world, slot, person) =>
  held(slot).some((place) => place.person === person) ? { reason: 'already_booked' } : null,
)

const ageNotFit = ofOne((_world, slot, person) =>
  slot.forChildren && person.kind === 'resident' ? { reason: 'age_not_fit', band: '3-6' } : null,
)

const overlaps = ofOne(({ slots }, slot, person) => {
  const { startsAt, endsAt } = slot.session
  const other = slots.find(
    ({ session, places }) =>
      session.startsAt < endsAt &&
      startsAt < session.endsAt &&
      places.some((place) => isHeld(place) && place.person === person),
  )?.session
  if (!other) return null
  const { key, ...at } = other
  return { reason: 'overlaps', session: { id: key, title: key, startsAt: at.startsAt, endsAt: at.endsAt } }
})

const householdLimit: Check = (_world, slot, { home, people }) => {
  const here = held(slot).filter((place) => place.booking.home === home).length
  const max = slot.householdLimit
  return max !== null && here + people.length > max ? { reason: 'household_limit', max } : null
}

/** All sessions of the world are in one week. */
const weeklyLimit: Check = (world, { kind, session }, { home, people }) => {
  const posts = heldBy(world, home).filter((place) => place.booking.slot.kind === 'post').length
  const from = session.startsAt - DAY
  return kind === 'post' && posts + people.length > 2 && world.now < from
    ? { reason: 'weekly_limit', from }
    : null
}

const oneAtATime: Check = (world, _slot, { home }) => {
  const until = oneAtATimeUntil(world, home)
  const open = heldBy(world, home).some((place) => place.booking.slot.session.endsAt > world.now)
  return until !== null && open ? { reason: 'one_at_a_time', until } : null
}

const notOpenYet: Check = (world, slot, party) => {
  const { now } = world
  const { home } = party
  if (now >= slot.opensAt || (now >= PRIORITY_OPENS && mayPay(world, slot, party))) return null
  const early = windowPlaces(slot) > 0
  const usableFrom = pointsUsableFrom(party)
  return {
    reason: 'not_open_yet',
    opensAt: slot.opensAt,
    priorityOpensAt: early ? PRIORITY_OPENS : null,
    price: early ? slot.price : null,
    have: canPay(home, now),
    need: early ? priceOf(slot, party) : 0,
    needsConfirmation: !home.confirmed,
    pointsUsableFrom: usableFrom > now ? usableFrom : null,
  }
}

const priorityPlacesFull: Check = ({ now }, slot, { people }) =>
  now < slot.opensAt && people.length > windowRoom(slot)
    ? { reason: 'priority_places_full', opensAt: slot.opensAt, waitlist: slot.line.length }
    : null

const newcomersFirst: Check = (world, slot, { home }) => {
  const until = slot.newcomersUntil
  if (until === null || world.now < slot.opensAt || world.now >= until) return null
  // Of this activity there is one session only.
  const wasHere = heldBy(world, home).some(
    ({ booking }) => booking.slot.kind === 'seat' && booking.slot.session === slot.session,
  )
  return wasHere || !home.confirmed
    ? { reason: 'newcomers_first', until, needsConfirmation: !wasHere && !home.confirmed }
    : null
}

const slotFull: Check = ({ now }, slot, { people }) =>
  now >= slot.opensAt && people.length > free(slot)
    ? { reason: 'slot_full', waitlist: slot.line.length, left: free(slot) }
    : null

/** In the order of the design. */
const CHECKS: Check[] = [
  ...[started, wrongAttendee, alreadyBooked, ageNotFit, overlaps, householdLimit, weeklyLimit, oneAtATime],
  ...[notOpenYet, priorityPlacesFull, newcomersFirst, slotFull],
]

/** Whole places that may go by points before opening. */
export function windowPlaces({ price, share, capacity }: Slot): number {
  const hundredths = price === null ? 0 : capacity * share
  return (hundredths - (hundredths % 100)) / 100
}

function windowRoom(slot: Slot): number {
  const inWindow = held(slot).filter((place) => place.inWindow).length
  return Math.min(free(slot), windowPlaces(slot) - inWindow)
}

export const priceOf = (slot: Slot, { people }: Party) => (slot.price ?? 0) * people.length

const pointsUsableFrom = ({ people }: Party) => Math.max(...people.map((person) => person.usableFrom))

/** May places go by points here, and can this party pay for its own? */
export const mayPay = (world: World, slot: Slot, party: Party) =>
  windowPlaces(slot) > 0 && canAfford(world, { ...party, slot })

/** Confirmed, old enough in the household, and rich enough. */
export function canAfford({ now }: World, { slot, ...party }: Party & { slot: Slot }): boolean {
  const able = party.home.confirmed && pointsUsableFrom(party) <= now
  return able && canPay(party.home, now) >= priceOf(slot, party)
}
