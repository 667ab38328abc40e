import type { Instant } from '@/domain/time'
import { halfNoShows, held, isHeld, taken } from './holding'
import { canPay } from './points'
import type { Rows } from './rows'
import { householdId, type Stage } from './stage'
import type { World } from './world'

/** How things stand, a line for each fact: by the model. */
export function factsOf(world: World): string[] {
  const ofSlots = world.slots.flatMap((slot) => [
    slotFact(slot.key, {
      ...{ capacity: slot.capacity, held: taken(slot) },
      heldByWindow: held(slot).filter((place) => place.inWindow).length,
    }),
    ...held(slot).map(({ person, paid, inWindow, booking: { fromLine, places } }) => {
      const together = places.filter(isHeld).map((place) => place.person.id)
      const source = fromLine ? 'waitlist' : inWindow ? 'window' : 'general'
      return placeFact(slot.key, person.id, { together, paid, inWindow, source })
    }),
    ...slot.line.map(({ people, usePoints, offer }, index) =>
      lineFact(
        slot.key,
        index,
        people.map((person) => person.id),
        { usePoints, offer },
      ),
    ),
  ])
  const ofHomes = world.homes.flatMap((home) => [
    pointsFact(home.name, canPay(home, world.now)),
    ...[...halfNoShows(world, home)].map(([session, halves]) => noShowFact(home.name, session.key, halves)),
  ])
  return [...ofSlots, ...ofHomes].sort()
}

/** The same by the database. */
export function factsIn(rows: Rows, stage: Stage, world: World): string[] {
  const keyOf = new Map([...stage.slotIds].map(([slot, id]) => [id, slot.key]))
  const key = (id: string) => keyOf.get(id) ?? id
  const held = rows.places.filter((place) => place.held)
  const turns = new Map<string, number>()
  return [
    ...rows.slots.map((slot) => slotFact(key(slot.id), slot)),
    ...held.map((place) => {
      const together = held.filter((it) => it.bookingId === place.bookingId).map((it) => it.attendeeId)
      return placeFact(key(place.slotId), place.attendeeId, { ...place, together })
    }),
    ...rows.line.map((entry) => {
      const turn = turns.get(entry.slotId) ?? 0
      turns.set(entry.slotId, turn + 1)
      return lineFact(key(entry.slotId), turn, entry.attendees, entry)
    }),
    ...world.homes.map((home) => {
      const points = rows.points.find((it) => it.householdId === householdId(home))
      return pointsFact(home.name, points?.canPay ?? 0)
    }),
    ...noShowsIn(rows, stage, world),
  ].sort()
}

function noShowsIn({ places }: Rows, { slotIds }: Stage, { homes }: World): string[] {
  const sessionOf = new Map([...slotIds].map(([slot, id]) => [id, slot.session.key]))
  return homes.flatMap((home) => {
    const halves = new Map<string, number>()
    for (const place of places.filter((it) => it.householdId === householdId(home))) {
      const session = sessionOf.get(place.slotId) ?? ''
      const counts = place.absent ? 2 : place.missed ? 1 : 0
      if (counts > 0) halves.set(session, Math.max(counts, halves.get(session) ?? 0))
    }
    return [...halves].map(([session, count]) => noShowFact(home.name, session, count))
  })
}

function slotFact(
  slot: string,
  { capacity, held, heldByWindow }: { capacity: number; held: number; heldByWindow: number },
): string {
  return `${slot}: ${held} of ${capacity} places held, ${heldByWindow} of the window`
}

function placeFact(
  slot: string,
  who: string,
  place: { together: string[]; paid: number; inWindow: boolean; source: string },
): string {
  const part = place.inWindow ? ' of the window' : ''
  return `${slot}: ${who} holds a place${part} (${place.source}), paid ${place.paid}, booked with ${[...place.together].sort().join(' ')}`
}

function lineFact(
  slot: string,
  turn: number,
  people: string[],
  { usePoints, offer }: { usePoints: boolean; offer: { price: number | null; expiresAt: Instant } | null },
): string {
  const points = usePoints ? ', would pay' : ''
  const offered = offer ? `, offered at ${offer.price} until ${timeOf(offer.expiresAt)}` : ''
  return `${slot}: number ${turn + 1} in line is ${people.join(' ')}${points}${offered}`
}

const pointsFact = (home: string, canPay: number) => `${home} can pay ${canPay}`
const noShowFact = (home: string, session: string, halves: number) =>
  `${home} has ${halves} half no-shows for ${session}`

/** Shanghai time, as a person would write it. */
export const timeOf = (at: Instant) => new Date(at + 8 * 3_600_000).toISOString().slice(0, -1)
