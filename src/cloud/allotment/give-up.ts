import { freeCancelUntil } from '@/domain/cancellation'
import { drawClosed } from '@/domain/draw-application'
import type { GivenUp } from '@/contract/given-up'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { findDraw } from '../repositories/draw'
import { withdraw } from '../repositories/draw-application'
import { lockStanding } from '../repositories/household'
import { listActivePlaces, toldAt } from '../repositories/place'
import type { BookingToCome, PartyToCome } from '../repositories/to-come'
import { writeSlot } from './decided'
import { endWaiting, takeOfferBack } from './end-waiting'
import { giveBack } from './give-back'
import { lockWithLine, openLocked, rereadFacts, type LockedSlot, type OpenSlot } from './open-slot'
import { settleWaitlist } from './settle-waitlist'

/** What somebody gives up: their places in these bookings, and their part in these parties. */
export interface Surrender {
  householdId: string
  attendees: string[]
  bookings: Pick<BookingToCome, 'id' | 'slotId' | 'householdId' | 'source' | 'createdAt'>[]
  parties: Pick<PartyToCome, 'id' | 'slotId' | 'kind'>[]
}

/** With what there is to say of each. */
export interface SurrenderToTell extends Surrender {
  bookings: BookingToCome[]
  parties: PartyToCome[]
}

/** The same as it is told beforehand. */
export function toldOf({ bookings, parties }: SurrenderToTell, now: Instant): GivenUp[] {
  const places = bookings.map(({ sessionId, title, startsAt, ...booking }) => {
    const until = freeCancelUntil(
      { startsAt, ...booking },
      toldAt(booking.source, booking.createdAt),
      booking.createdAt,
    )
    const late = !booking.cancelled && now >= until
    return { kind: 'booked' as const, sessionId, title, startsAt, points: late ? 0 : booking.paid, late }
  })
  const lines = parties.map(({ kind, sessionId, title, startsAt }) => ({
    ...{ kind, sessionId, title, startsAt, points: 0, late: false },
  }))
  return [...places, ...lines].sort((a, b) => a.startsAt - b.startsAt)
}

/**
 * Locks slots by id, then the households concerned and all who wait there by id: one order everywhere.
 * @param slots sorted or not, each once or more often
 */
export async function lockSlots(
  tx: Transaction,
  communityId: string,
  slots: string[],
  households: string[],
): Promise<Map<string, LockedSlot>> {
  const locked = new Map<string, LockedSlot>()
  for (const id of [...new Set(slots)].sort()) {
    const slot = await lockWithLine(tx, communityId, id)
    if (slot) locked.set(id, slot)
  }
  const waiting = [...locked.values()].flatMap((slot) => slot.waiting.map((party) => party.householdId))
  await lockStanding(tx, communityId, [...households, ...waiting])
  return locked
}

/** Carries it out, slot by slot, and serves those who wait there. The slots are locked by {@link lockSlots}. */
export async function giveUp(
  tx: Transaction,
  communityId: string,
  locked: Map<string, LockedSlot>,
  surrender: Surrender,
  now: Instant,
): Promise<void> {
  for (const [slotId, slot] of locked) {
    const bookings = surrender.bookings.filter((it) => it.slotId === slotId)
    const parties = surrender.parties.filter((it) => it.slotId === slotId)
    if (bookings.length + parties.length === 0) continue
    // Opened one after the other: points that came back in one slot are there in the next.
    const households = [surrender.householdId]
    const open = await openLocked(tx, communityId, slot, { households, frees: true, now })
    for (const booking of bookings) {
      const held = await listActivePlaces(tx, communityId, booking.id)
      const given = held.filter((place) => surrender.attendees.includes(place.attendeeId))
      if (given.length > 0) await giveBack(open, booking, given)
    }
    for (const party of parties) await dropOut(open, party, surrender.attendees)
    await writeSlot(open)
    await rereadFacts(open)
    settleWaitlist(open)
    await writeSlot(open)
  }
}

async function dropOut(
  open: OpenSlot,
  { kind, id }: Surrender['parties'][number],
  attendees: string[],
): Promise<void> {
  const { tx, communityId, now } = open
  if (kind === 'applied') {
    const draw = await findDraw(tx, communityId, open.slot.id)
    // A frozen list stays as it is; the draw itself passes over a party that is not whole any more.
    if (draw && drawClosed(open.slot.terms, draw, now) === null) await withdraw(tx, communityId, id, now)
    return
  }
  const waiting = open.waiting.find((it) => it.id === id)
  if (!waiting) return
  takeOfferBack(open, waiting, 'left')
  const gone = waiting.attendees.filter((it) => attendees.includes(it))
  waiting.attendees = waiting.attendees.filter((it) => !attendees.includes(it))
  if (waiting.attendees.length === 0) endWaiting(open, waiting, 'left')
  else open.decided.dropped.push(...gone.map((attendeeId) => ({ entryId: id, attendeeId })))
}
