import { freeCancelUntil } from '@/domain/cancellation'
import { givablePlaces, phaseAt, windowPlaces } from '@/domain/priority'
import { offerExpiry, wayOfGiving } from '@/domain/waitlist'
import { newRowId } from '../ids'
import type { NewNotice } from '../repositories/notice'
import type { WaitingParty } from '../repositories/waitlist'
import { endWaiting, takeOfferBack } from './end-waiting'
import { givePlaces } from './give-places'
import { deservedBy, deservedByPaying, type Deserved } from './next-in-line'
import type { OpenSlot } from './open-slot'

/**
 * Gives free places to those who wait, in the order of joining, before anybody else is asked: lapses
 * offers whose time is over, then books or offers for each party that fits and may have the place now.
 * @returns how many parties were given something
 */
export function settleWaitlist(open: OpenSlot): number {
  lapseOffers(open)
  return servePayers(open) + serveAll(open)
}

/** Ends the offers whose time is over. */
export function lapseOffers(open: OpenSlot): void {
  for (const waiting of open.waiting) {
    if (waiting.offer === null || waiting.offer.expiresAt > open.now) continue
    takeOfferBack(open, waiting, 'lapsed')
    endWaiting(open, waiting, 'lapsed')
  }
}

/**
 * After opening: what came free of the window goes first to those who chose to pay, and whatever they
 * leave is general. Before opening the window itself asks for points.
 */
function servePayers(open: OpenSlot): number {
  const phase = phaseAt(open.slot.terms, open.now)
  let room = phase === 'window' || phase === 'closed' ? 0 : Math.min(open.freedOfWindow, roomInWindow(open))
  open.freedOfWindow = 0
  let given = 0
  for (const waiting of [...open.waiting]) {
    if (room === 0) break
    const deserved = waiting.attendees.length <= room ? deservedByPaying(open, waiting) : null
    if (!deserved) continue
    give(open, waiting, deserved)
    room -= waiting.attendees.length
    given += 1
  }
  return given
}

// After a slot shrank more may be held by points than its share would allow.
function roomInWindow({ slot, waiting }: OpenSlot): number {
  const { capacity, share } = slot.terms
  const offered = waiting.reduce(
    (sum, { offer }) => sum + (offer && offer.price !== null ? offer.places : 0),
    0,
  )
  return Math.max(0, windowPlaces(capacity, share) - slot.heldByWindow - offered)
}

function serveAll(open: OpenSlot): number {
  let given = 0
  for (const waiting of [...open.waiting]) {
    if (givablePlaces(open.slot.terms, open.slot, open.now) === 0) break
    const deserved = deservedBy(open, waiting)
    if (!deserved) continue
    give(open, waiting, deserved)
    given += 1
  }
  return given
}

function give(open: OpenSlot, waiting: WaitingParty, deserved: Deserved): void {
  const { now, session, slot } = open
  // Before opening a party that chose to pay has agreed beforehand, so a window place is never a mere offer.
  const agreed = deserved.terms.window && now < slot.terms.opensAt
  if (agreed || wayOfGiving(now, session.startsAt) === 'booked') book(open, waiting, deserved)
  else offer(open, waiting, deserved)
}

function book(open: OpenSlot, waiting: WaitingParty, { party, terms }: Deserved): void {
  givePlaces(open, party, terms, 'waitlist')
  endWaiting(open, waiting, 'booked')
  tell(open, waiting, 'booked_from_waitlist', freeCancelUntil(open.session, open.now))
}

function offer(open: OpenSlot, waiting: WaitingParty, { terms }: Deserved): void {
  const { now, session, slot, decided } = open
  const places = waiting.attendees.length
  const expiresAt = offerExpiry(now, session.startsAt)
  const price = terms.window ? terms.cost / places : null
  waiting.offer = { id: newRowId(), expiresAt, places, price }
  decided.offers.push({ ...waiting.offer, entryId: waiting.id })
  slot.held += places
  tell(open, waiting, 'waitlist_offer', expiresAt)
}

function tell({ decided, session, now }: OpenSlot, to: WaitingParty, kind: NewNotice['kind'], until: number) {
  decided.notices.push({ residentId: to.joinedBy, kind, sessionId: session.id, points: null, until, now })
}
