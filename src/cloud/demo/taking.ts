import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'
import { drawIfDue } from '../allotment/draw-if-due'
import { COMMUNITY } from './neighbourhood'
import type { Neighbours, Taker } from './neighbours'
import { on } from './occasion'
import type { PublishedSlot } from './publish'
import { codesWithPoints } from './register'
import type { Stage } from './stage'
import type { Timeline } from './timeline'

/** One message in the group chat fills in a morning. */
const FILLS_WITHIN = 3 * HOUR
const LATER_FROM = on(0, 7)
const LATER_WITHIN = 24 * HOUR
const LAST_BOOKING_BEFORE = 4 * HOUR
const CANCELS_AT = on(2, 12)
const STAKED = 10

interface Filling {
  stage: Stage
  timeline: Timeline
  neighbours: Neighbours
  monday: Instant
  /** who comes before anybody else */
  expected: string[]
}

/** Lets neighbours come: soon after the opening, later in the week, onto the waitlist; and some change their mind. */
export function fillSlot(filling: Filling, slot: PublishedSlot): void {
  if (slot.drawAt !== null) return drawSlot(filling, slot, slot.drawAt)
  const { timeline, monday, expected, stage } = filling
  const { taken, plan, time } = slot
  const taking = new Taking(filling, slot)
  const from = slot.windowOpensAt ?? slot.opensAt
  const soon = spread(from + 2 * MINUTE, from + FILLS_WITHIN, taken.soon)
  const laterFrom = Math.max(monday + LATER_FROM, slot.opensAt) + 2 * MINUTE
  const laterUntil = Math.min(laterFrom + LATER_WITHIN, time.startsAt - LAST_BOOKING_BEFORE)
  const later = spread(laterFrom, laterUntil, taken.later)
  for (const [index, moment] of soon.entries())
    timeline.at(moment, () => taking.take(taken.soon, expected[index]))
  for (const moment of later) timeline.at(moment, () => taking.take(taken.soon + taken.later))
  const full = later.at(-1) ?? soon.at(-1) ?? stage.clock.now
  for (const moment of spread(full + MINUTE, full + HOUR, taken.waiting))
    timeline.at(moment, () => taking.wait())
  for (let index = 0; index < plan.cancels; index += 1)
    timeline.at(monday + CANCELS_AT + index * HOUR, () => taking.cancel())
}

/** Lets households apply until the evening before, and the draw be held. */
function drawSlot({ stage, timeline, ...filling }: Filling, slot: PublishedSlot, drawAt: Instant): void {
  const taking = new Taking({ stage, timeline, ...filling }, slot)
  const moments = spread(slot.opensAt + 2 * MINUTE, drawAt - DAY, slot.taken.soon)
  for (const [index, moment] of moments.entries()) timeline.at(moment, () => taking.apply(index))
  timeline.at(drawAt, () => drawIfDue(stage.tx, COMMUNITY.id, slot.id, drawAt))
}

/** So many moments, evenly between two. */
function spread(from: Instant, until: Instant, count: number): Instant[] {
  return Array.from({ length: count }, (_, index) => from + Math.floor(((until - from) * index) / count))
}

/** What happens to the places of one slot. */
class Taking {
  private places = 0
  private bookings: { code: string; bookingId: string }[] = []
  private able: Set<string> | undefined

  constructor(
    private readonly filling: Filling,
    private readonly slot: PublishedSlot,
  ) {}

  /** The next neighbour books, unless `goal` places are taken already. */
  async take(goal: number, expected?: string): Promise<void> {
    const room = goal - this.places
    if (room <= 0) return
    const { id, plan, time, shares } = this.slot
    for (const { code, party } of await this.takers(expected)) {
      if (party.length > room) continue
      const shareId = shares[this.bookings.length % shares.length]
      if (shareId) await this.filling.stage.attempt(code, 'openShare', { shareId })
      const asked = { slotId: id, party, ...(shareId ? { shareId } : {}) }
      const booked = await this.filling.stage.attempt(code, 'bookSlot', asked)
      if (!booked) continue
      this.filling.neighbours.note(code, plan.draft, time)
      this.places += party.length
      this.bookings.push({ code, bookingId: booked.bookingId })
      return
    }
  }

  /** The next household applies; every third one would pay for a better chance, if it could. */
  async apply(index: number): Promise<void> {
    const { id, plan, time } = this.slot
    const able = index % 3 === 0 ? await codesWithPoints(this.filling.stage.tx, STAKED) : new Set()
    for (const { code, party } of await this.takers()) {
      const asked = { slotId: id, party: party.slice(0, 2), points: able.has(code) ? STAKED : 0 }
      if (!(await this.filling.stage.attempt(code, 'applyForDraw', asked))) continue
      this.filling.neighbours.note(code, plan.draft, time)
      return
    }
  }

  async wait(): Promise<void> {
    const { id, plan, time } = this.slot
    for (const { code, party } of await this.takers()) {
      const asked = { slotId: id, party, usePoints: false }
      if (!(await this.filling.stage.attempt(code, 'joinWaitlist', asked))) continue
      this.filling.neighbours.note(code, plan.draft, time)
      return
    }
  }

  /** The last to book gives the place back. */
  async cancel(): Promise<void> {
    const booking = this.bookings.pop()
    if (booking) await this.filling.stage.act(booking.code, 'cancelBooking', { bookingId: booking.bookingId })
  }

  private async takers(expected?: string): Promise<Iterable<Taker>> {
    const { stage, neighbours } = this.filling
    const { plan, time, opensAt } = this.slot
    const { draft } = plan
    const early = stage.clock.now < opensAt ? draft.price : null
    // Who could not pay would only be refused.
    if (early !== null) this.able ??= await codesWithPoints(stage.tx, early)
    const able = early === null ? undefined : this.able
    return (function* () {
      if (expected !== undefined) yield neighbours.taker(expected, draft)
      for (const taker of neighbours.takers(draft, time)) if (able?.has(taker.code) ?? true) yield taker
    })()
  }
}
