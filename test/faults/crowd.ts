import type { Chance } from '@/cloud/demo/chance'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { HOUR, type Instant } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import type { Clock } from './clock'
import type { Phone } from './phone'

const AHEAD = 36 * HOUR
const APART = 2 * HOUR
const self = [{ kind: 'self' }]

interface Session {
  id: string
  startsAt: Instant
  slots: { id: string; usePoints: boolean }[]
}

interface Holding {
  who: string
  bookingId: string
  sessionId: string
  startsAt: Instant
}

/** Residents who do this and that, and a cadre who publishes and closes the books. What they believe may be wrong. */
export class Crowd {
  private sessions: Session[] = []
  private holdings: Holding[] = []
  private waiting: { who: string; entryId: string }[] = []
  private publishedUntil: Instant

  constructor(
    private readonly communityId: string,
    private readonly residents: string[],
    private readonly phone: Phone,
    private readonly clock: Clock,
    private readonly chance: Chance,
  ) {
    // No slot may open before it is published.
    this.publishedUntil = Math.ceil(clock.now() / HOUR + 5) * HOUR
  }

  /** One thing a resident does. */
  async act(): Promise<void> {
    const who = this.chance.pick(this.residents)
    const kind = this.chance.below(100)
    if (kind < 40) await this.book(who)
    else if (kind < 58) await this.cancel()
    else if (kind < 74) await this.lookUp(who)
    else if (kind < 90) await this.checkIn()
    else if (kind < 95) await this.leave()
    else await this.look(who)
  }

  /** What a cadre does from time to time. */
  async keepBooks(): Promise<void> {
    while (this.publishedUntil < this.clock.now() + AHEAD) await this.publish()
    const over = this.sessions.filter(({ startsAt }) => startsAt + HOUR <= this.clock.now())
    for (const { id } of over) {
      // Some books are closed twice: points must be given once.
      for (let times = this.chance.below(3); times >= 0; times--)
        await this.tell('confirmSession', { sessionId: id, headCount: 1, absent: [] })
    }
    this.sessions = this.sessions.filter((session) => !over.includes(session))
    this.holdings = this.holdings.filter(({ startsAt }) => startsAt + HOUR > this.clock.now())
  }

  private async tell(action: 'confirmSession', payload: object): Promise<void> {
    await this.phone.change('cadre', action, { communityId: this.communityId, ...payload })
  }

  private async publish(): Promise<void> {
    const startsAt = this.publishedUntil + APART
    const opensAt = new Date(startsAt - 6 * HOUR).toISOString()
    const slots = [
      seat({ capacity: 10, ageBand: null }),
      post({ capacity: 8 }),
      seat({ capacity: 6, ageBand: null, price: 10, share: 50, opensAt }),
    ]
    const call = pictureBookClass(this.communityId, startsAt, slots, { freeCancelHours: 0 })
    const published = await this.phone.change('cadre', 'publishCall', call)
    this.publishedUntil = startsAt
    const id = published?.sessionIds[0]
    const view = id && (await this.phone.read('cadre', 'getSession', this.at(id)))
    if (!view) return
    const found = view.slots.map((slot, rank) => ({ id: slot.id, usePoints: rank === 2 }))
    this.sessions.push({ id, startsAt, slots: found })
  }

  private at = (sessionId: string) => ({ communityId: this.communityId, sessionId })

  private async book(who: string): Promise<void> {
    const session = this.soon()
    if (!session) return
    const { id: slotId, usePoints } = this.chance.pick(session.slots)
    const wanted = { communityId: this.communityId, slotId, party: self }
    const booked = await this.phone.change(who, 'bookSlot', wanted)
    const { id: sessionId, startsAt } = session
    if (booked) this.holdings.push({ who, bookingId: booked.bookingId, sessionId, startsAt })
    else if (this.chance.percent(60)) {
      const joined = await this.phone.change(who, 'joinWaitlist', { ...wanted, usePoints })
      if (joined) this.waiting.push({ who, entryId: joined.waitlistEntryId })
    }
  }

  /** The nearest fill first, and are wanted by many at once. */
  private soon(): Session | undefined {
    const open = this.sessions.filter(({ startsAt }) => startsAt > this.clock.now())
    return open[Math.min(this.chance.below(8), this.chance.below(Math.max(open.length, 1)))]
  }

  private async cancel(): Promise<void> {
    const own = this.take(this.holdings)
    if (!own) return
    const { who, bookingId } = own
    await this.phone.change(who, 'cancelBooking', { communityId: this.communityId, bookingId })
  }

  private async leave(): Promise<void> {
    const own = this.take(this.waiting)
    if (!own) return
    const payload = { communityId: this.communityId, waitlistEntryId: own.entryId }
    await this.phone.change(own.who, 'leaveWaitlist', payload)
  }

  private take<T>(list: T[]): T | undefined {
    return list.length === 0 ? undefined : list.splice(this.chance.below(list.length), 1)[0]
  }

  /** Sees what the waitlist has brought meanwhile. */
  private async lookUp(someone: string): Promise<void> {
    const who = this.waiting.length > 0 ? this.chance.pick(this.waiting).who : someone
    const { communityId } = this
    const mine = await this.phone.read(who, 'listMyBookings', { communityId, which: 'upcoming' })
    if (!mine) return
    for (const { id, session } of mine.bookings) {
      if (this.holdings.some(({ bookingId }) => bookingId === id)) continue
      this.holdings.push({ who, bookingId: id, sessionId: session.id, startsAt: session.startsAt })
    }
    for (const { offer } of mine.waitlists)
      if (offer) await this.phone.change(who, 'acceptOffer', { communityId, offerId: offer.id })
  }

  private async checkIn(): Promise<void> {
    const now = this.clock.now()
    const here = this.holdings.filter(
      ({ startsAt }) => startsAt - CHECK_IN_OPENS_BEFORE <= now && now < startsAt + HOUR,
    )
    if (here.length === 0) return
    const { who, sessionId } = this.chance.pick(here)
    const shown = await this.phone.read('cadre', 'getCheckInCode', this.at(sessionId))
    if (shown) await this.phone.change(who, 'checkIn', { ...this.at(sessionId), code: shown.code })
  }

  private async look(who: string): Promise<void> {
    const session = this.soon()
    if (session) await this.phone.read(who, 'getSession', this.at(session.id))
  }
}
