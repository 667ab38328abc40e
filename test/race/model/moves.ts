import type { ActionName, Answer as Data } from '@/contract/actions'
import { call } from '../../cloud/deployment'
import { done, refuse, type Answer } from './answer'
import { isHeld } from './holding'
import { confirm } from './passing'
import { shrink } from './shrinking'
import type { Stage } from './stage'
import { CROSSING, type Ask, type Step } from './steps'
import { book, cancel } from './taking'
import { accept, change, join, leave } from './waiting'
import type { Booking, Entry, Home, Offer, Person, Slot, World } from './world'

/** A world, the community that stands for it, and what they call the same things. */
export interface Match {
  stage: Stage
  world: World
  ids: Map<Booking | Entry | Offer, string>
}

/** A step as it comes to be: what is asked of Linli, and what the model says to it. */
export interface Move {
  words: string
  action: ActionName
  expected: () => Answer
  actual: () => Promise<Answer>
}

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>
type Act = Exclude<Step['kind'], 'wait' | 'until' | 'tick'>

/** Null where there is nothing to do it to. */
export const MOVES: { [Kind in Act]: (match: Match, step: StepOf<Kind>) => Move | null } = {
  book(match, step) {
    const { home, slot, people } = askedIn(match, step)
    return {
      words: `${home.name} books ${slot.key} for ${names(people)}`,
      action: 'bookSlot',
      expected: () => book(match.world, slot, { home, people }),
      actual: () =>
        ask(match, home, 'bookSlot', partyIn(match, slot, people), ({ booking, places }) => ({
          ...{ paid: booking.paid, freeCancelUntil: booking.freeCancelUntil },
          ...{ held: places.held, heldByWindow: places.heldByWindow, waitlist: places.waitlist },
        })),
    }
  },
  join(match, step) {
    const { home, slot, people } = askedIn(match, step)
    const { usePoints } = step
    return {
      words: `${home.name} joins the line of ${slot.key} for ${names(people)}${usePoints ? ', would pay' : ''}`,
      action: 'joinWaitlist',
      expected: () => join(match.world, slot, { home, people }, usePoints),
      actual: () => ask(match, home, 'joinWaitlist', { ...partyIn(match, slot, people), usePoints }),
    }
  },
  cancel(match, { pick, whole, ended }) {
    const { world } = match
    const open = ({ places, slot }: Booking) => places.some(isHeld) && world.now < slot.session.startsAt
    const booking = pickFrom(match, ended ? world.bookings : world.bookings.filter(open), pick)
    if (!booking) return null
    const all = booking.places.map((place) => place.person)
    const of = whole ? null : all.filter((_, index) => index === pick % all.length)
    return {
      words: `${booking.home.name} gives back ${booking.slot.key} for ${names(of ?? all)}`,
      action: 'cancelBooking',
      expected: () => cancel(world, booking, of),
      actual: () => {
        const payload = { bookingId: match.ids.get(booking), attendeeIds: of?.map((person) => person.id) }
        return ask(match, booking.home, 'cancelBooking', payload, (data) => data)
      },
    }
  },
  leave(match, { pick, ended }) {
    const entry = pickFrom(match, entriesOf(match.world, ended), pick)
    if (!entry) return null
    return {
      words: `${names(entry.people)} leaves the line of ${entry.slot.key}`,
      action: 'leaveWaitlist',
      expected: () => leave(match.world, entry),
      actual: () => ask(match, entry.home, 'leaveWaitlist', { waitlistEntryId: match.ids.get(entry) }),
    }
  },
  change(match, { pick, usePoints, ended }) {
    const entry = pickFrom(match, entriesOf(match.world, ended), pick)
    if (!entry) return null
    return {
      words: `${names(entry.people)} in the line of ${entry.slot.key} would ${usePoints ? '' : 'not '}pay`,
      action: 'changeWaitlist',
      expected: () => change(match.world, entry, usePoints),
      actual: () =>
        ask(match, entry.home, 'changeWaitlist', { waitlistEntryId: match.ids.get(entry), usePoints }),
    }
  },
  accept(match, { pick, ended }) {
    const { offers, slots } = match.world
    const open = slots.flatMap(({ line }) => line.flatMap(({ offer }) => offer ?? []))
    const offer = pickFrom(match, ended ? offers : open, pick)
    if (!offer) return null
    const { home, slot, people } = offer.entry
    return {
      words: `${names(people)} accepts the offer of ${slot.key}`,
      action: 'acceptOffer',
      expected: () => accept(match.world, offer),
      actual: () => ask(match, home, 'acceptOffer', { offerId: match.ids.get(offer) }),
    }
  },
  shrink(match, { slot: index, capacity, keepWindowPlaces, dryRun }) {
    const { world, stage } = match
    const slot = world.slots[index]
    if (!slot) return null
    const { version } = slot.session
    const size = { capacity, keepWindowPlaces, dryRun }
    return {
      words: `a cadre ${dryRun ? 'asks what it would be to give' : 'gives'} ${slot.key} ${capacity} places${keepWindowPlaces ? ', and keeps those of the window' : ''}`,
      action: 'changeSlot',
      expected: () => shrink(world, slot, size),
      actual: () => {
        const payload = { slotId: stage.slotIds.get(slot), version, ...size }
        return ask(match, { name: 'cadre' }, 'changeSlot', payload, (data) => data)
      },
    }
  },
  confirm(match, { session: key, missing }) {
    const { world, stage } = match
    const session = world.slots.find((slot) => slot.session.key === key)?.session
    if (!session) return null
    const absent = missing.flatMap((index) => world.homes[index]?.people ?? [])
    const ids = absent.map((person) => person.id)
    return {
      words: `a cadre closes the books of ${key}; did not come: ${missing.map((index) => world.homes[index]?.name).join(' ')}`,
      action: 'confirmSession',
      expected: () => confirm(world, session, absent),
      actual: () => {
        const payload = { sessionId: stage.sessionIds.get(key), headCount: 1, absent: ids }
        return ask(match, { name: 'cadre' }, 'confirmSession', payload, (data) => {
          const { present, absent, undecided, points } = data
          return { present, absent, undecided, points }
        })
      },
    }
  },
}

const names = (people: Person[]) => people.map((person) => person.id).join(' and ')

function askedIn({ world }: Match, ask: Ask): { home: Home; slot: Slot; people: Person[] } {
  const home = world.homes[ask.home % world.crowd]
  const named = world.slots[ask.slot]
  // Once the early posts are over there is still one to take.
  const over = named?.kind === 'post' && world.now >= named.session.startsAt
  const slot = over ? world.slots[CROSSING] : named
  if (!home || !slot) throw new Error('a step about nobody')
  return { home, slot, people: ask.people.flatMap((index) => home.people[index] ?? []) }
}

export function partyIn({ stage }: Pick<Match, 'stage'>, slot: Slot, people: Person[]) {
  const party = people.map((person) =>
    person.kind === 'resident' ? { kind: 'self' } : { kind: 'child', childId: person.id },
  )
  return { slotId: stage.slotIds.get(slot), party }
}

const entriesOf = (world: World, ended: boolean) =>
  ended ? world.entries : world.slots.flatMap((slot) => slot.line)

function pickFrom<Thing extends Booking | Entry | Offer>(
  { ids }: Match,
  things: Thing[],
  pick: number,
): Thing | null {
  const known = things.filter((thing) => ids.has(thing))
  return known[pick % known.length] ?? null
}

async function ask<A extends ActionName>(
  { stage }: Match,
  { name }: { name: string },
  action: A,
  payload: object,
  facts: (data: Data<A>) => Record<string, unknown> = () => ({}),
): Promise<Answer> {
  const { linli, communityId, sessionIds } = stage
  const envelope = await call(linli, name, action, { communityId, ...payload })
  if (envelope.ok) return done(facts(envelope.data))
  const { reason } = envelope.error
  if (!reason) throw new Error(`not a verdict: ${JSON.stringify(envelope.error)}`)
  if (!('session' in reason)) return refuse(reason)
  const { session } = reason
  const key = [...sessionIds].find(([, id]) => id === session.id)?.[0] ?? ''
  return refuse({ ...reason, session: { ...session, id: key } })
}
