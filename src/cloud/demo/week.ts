import { toWire } from '@/contract/instants'
import { HOUR, MINUTE, type Instant } from '@/domain/time'
import type { Chance } from './chance'
import type { Neighbours, Taker } from './neighbours'
import { on, type Occasion, type PlannedSlot, type Taken } from './occasion'
import type { Stage } from './stage'
import type { Timeline } from './timeline'

/** The cadre whose calls the demo itself publishes: by them a later start sees which weeks are there. */
export const PUBLISHER = 'cadre-2'

/** What it takes to play a week. */
export interface Play {
  stage: Stage
  timeline: Timeline
  chance: Chance
  neighbours: Neighbours
  /** who takes a place in this slot before anybody else */
  expected: (occasion: string, monday: Instant, slot: number) => string[]
}

/** A slot that has been published, and how many places the demo has seen taken. */
interface OpenSlot {
  id: string
  plan: PlannedSlot
  taken: Taken
  time: { startsAt: Instant; endsAt: Instant }
  places: number
  bookings: { code: string; bookingId: string }[]
}

// Nine days before its Monday: whatever the day, next week is out and half taken.
const PUBLISHED = on(-9, 9)
// One message in the group chat fills in a morning.
const FILLS_WITHIN = 3 * HOUR
const LATER_FROM = on(0, 7)
const LATER_WITHIN = 24 * HOUR
const LAST_BOOKING_BEFORE = 4 * HOUR
const CANCELS_AT = on(2, 12)

/** Publishes one week's occasions and lets the neighbours come; `hold` then hears of each session. */
export function planWeek(
  play: Play,
  occasions: Occasion[],
  monday: Instant,
  hold: (sessionId: string, time: { startsAt: Instant; endsAt: Instant }) => void,
): void {
  for (const [index, occasion] of occasions.entries()) {
    play.timeline.at(monday + PUBLISHED + index * 7 * MINUTE, async () => {
      for (const { sessionId, slots } of await publish(play, occasion, monday)) {
        const time = slots[0]?.time
        if (time) hold(sessionId, time)
        for (const [rank, slot] of slots.entries()) {
          fill(play, slot, monday, play.expected(occasion.key, monday, rank))
        }
      }
    })
  }
}

async function publish({ stage }: Play, { activity, sessions, slots }: Occasion, monday: Instant) {
  const times = sessions.map(({ startsAt, endsAt }) => ({
    startsAt: monday + startsAt,
    endsAt: monday + endsAt,
  }))
  const drafts = slots.map(({ draft, opens, windowOpens }) => ({
    ...draft,
    opensAt: opens === null ? null : monday + opens,
    priorityOpensAt: windowOpens === null ? null : monday + windowOpens,
  }))
  const call = await stage.act(PUBLISHER, 'publishCall', {
    activity,
    sessions: toWire(times),
    slots: toWire(drafts),
  })
  const published = []
  for (const [index, sessionId] of call.sessionIds.entries()) {
    const view = await stage.act(PUBLISHER, 'getSession', { sessionId })
    const open = slots.map((plan, rank): OpenSlot => ({
      id: view.slots[rank]?.id ?? '',
      plan,
      taken: plan.taken[index] ?? { soon: 0, later: 0, waiting: 0 },
      time: times[index] ?? { startsAt: 0, endsAt: 0 },
      places: 0,
      bookings: [],
    }))
    published.push({ sessionId, slots: open })
  }
  return published
}

/** Those who are expected first, then neighbours: soon after the opening, later in the week, on the waitlist. */
function fill(play: Play, slot: OpenSlot, monday: Instant, expected: string[]): void {
  const { plan, taken, time } = slot
  const { timeline, stage } = play
  const published = stage.clock.now
  const from = Math.max(published, monday + (plan.windowOpens ?? plan.opens ?? Number.NEGATIVE_INFINITY))
  const soon = spread(from + 2 * MINUTE, from + FILLS_WITHIN, taken.soon)
  const laterFrom = monday + Math.max(LATER_FROM, plan.opens ?? 0) + 2 * MINUTE
  const later = spread(
    laterFrom,
    Math.min(laterFrom + LATER_WITHIN, time.startsAt - LAST_BOOKING_BEFORE),
    taken.later,
  )
  for (const [index, moment] of soon.entries()) {
    timeline.at(moment, () => take(play, slot, taken.soon, expected[index]))
  }
  for (const moment of later) timeline.at(moment, () => take(play, slot, taken.soon + taken.later))
  const full = taken.later > 0 ? later.at(-1) : soon.at(-1)
  if (full !== undefined) {
    for (const moment of spread(full + MINUTE, full + HOUR, taken.waiting)) {
      timeline.at(moment, () => wait(play, slot))
    }
  }
  for (let index = 0; index < plan.cancels; index += 1) {
    timeline.at(monday + CANCELS_AT + index * HOUR, async () => {
      const booking = slot.bookings.pop()
      if (booking) await stage.act(booking.code, 'cancelBooking', { bookingId: booking.bookingId })
    })
  }
}

/** So many moments, evenly between two. */
function spread(from: Instant, until: Instant, count: number): Instant[] {
  return Array.from({ length: count }, (_, index) => from + Math.floor(((until - from) * index) / count))
}

async function take(play: Play, slot: OpenSlot, goal: number, expected?: string): Promise<void> {
  const { stage, neighbours } = play
  const room = goal - slot.places
  if (room <= 0) return
  for await (const { person, party } of takersOf(play, slot, expected)) {
    if (party.length > room) continue
    const booked = await stage.attempt(person.code, 'bookSlot', { slotId: slot.id, party })
    if (!booked) continue
    neighbours.note(person.code, slot.plan.draft, slot.time)
    slot.places += party.length
    slot.bookings.push({ code: person.code, bookingId: booked.bookingId })
    return
  }
}

async function wait(play: Play, slot: OpenSlot): Promise<void> {
  const usePoints = false
  for await (const { person, party } of takersOf(play, slot)) {
    const asked = { slotId: slot.id, party, usePoints }
    if (!(await play.stage.attempt(person.code, 'joinWaitlist', asked))) continue
    play.neighbours.note(person.code, slot.plan.draft, slot.time)
    return
  }
}

async function* takersOf(
  { stage, neighbours }: Play,
  { plan, time }: OpenSlot,
  expected?: string,
): AsyncGenerator<Taker> {
  // Points are asked for only in the window.
  const early = plan.opens !== null && stage.clock.now < time.startsAt - on(5, 10) + plan.opens
  const slot = { ...plan.draft, price: early ? plan.draft.price : null }
  if (expected !== undefined) {
    const person = { code: expected, name: '', skills: [] }
    yield { person, party: await neighbours.partyOf(person, slot) }
  }
  yield* neighbours.takers(slot, time)
}
