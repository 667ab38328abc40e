import { limitsOf, sumOf, whoKeeps, type HoldingParty } from '@/domain/shrink'
import type { NoticeChange } from '@/contract/list-notices'
import { newRowId } from '../ids'
import { endBookings, type HeldBooking } from '../repositories/held-booking'
import type { NewNotice } from '../repositories/notice'
import { saveCapacity } from '../repositories/session-change'
import { insertEntries, type NewEntry, type WaitingParty } from '../repositories/waitlist'
import { writeSlot } from './decided'
import { takeOfferBack } from './end-waiting'
import { rereadFacts, type OpenSlot } from './open-slot'
import { returnPoints } from './return-points'
import { settleWaitlist } from './settle-waitlist'

/** A booking or an open offer, as the rule of keeping sees it. */
export type Holder = HoldingParty & ({ booking: HeldBooking } | { waiting: WaitingParty })

/** Everybody with places in the slot: bookings in their order, then offers in the order of the list. */
function holdersOf(open: OpenSlot, bookings: HeldBooking[]): Holder[] {
  const booked = bookings.map((booking) => ({
    booking,
    places: booking.places.length,
    ofWindow: booking.places.filter((place) => place.inWindow).length,
  }))
  const offered = open.waiting.flatMap((waiting) => {
    const { offer } = waiting
    return offer ? { waiting, places: offer.places, ofWindow: offer.price === null ? 0 : offer.places } : []
  })
  return [...booked, ...offered]
}

export interface Keeping {
  kept: Holder[]
  released: Holder[]
  /** of the released places, the window's that would stay if those were kept; others may go instead */
  ofWindow: number
}

/** Who would keep their places with another capacity. Nobody loses one to a larger slot. */
export function keepingOf(
  open: OpenSlot,
  bookings: HeldBooking[],
  { capacity, keepWindowPlaces }: { capacity: number; keepWindowPlaces: boolean },
): Keeping {
  const { share, capacity: was } = open.slot.terms
  const holders = holdersOf(open, bookings)
  const held = sumOf(holders).ofWindow
  const keep = (yes: boolean) => whoKeeps(holders, limitsOf(capacity, share, yes ? held : 0))
  const { kept, released } = keep(keepWindowPlaces || capacity >= was)
  const spared = sumOf(released).ofWindow - sumOf(keep(true).released).ofWindow
  return { kept, released, ofWindow: Math.max(0, spared) }
}

/**
 * Gives the slot its new capacity. Who does not keep their places gets the points back and stands at the
 * head of the line, in the order of booking; an offer that is taken back leaves its party where it stood.
 * Then free places go to those who wait, and everybody concerned is told what it came to.
 * @returns how many parties were given something
 */
export async function resizeSlot(
  open: OpenSlot,
  capacity: number,
  { kept, released }: Keeping,
): Promise<number> {
  const { tx, communityId, slot, now } = open
  const change = { time: null, place: null, capacity: { was: slot.terms.capacity, is: capacity } }
  const back: Released[] = []
  const ended: string[] = []
  for (const holder of released) {
    if ('booking' in holder) {
      const { id, householdId, places } = holder.booking
      const points = await returnPoints(open, { bookingId: id, householdId, places })
      slot.held -= holder.places
      slot.heldByWindow -= holder.ofWindow
      back.push({ entry: entryOf(holder.booking), points })
      ended.push(id)
    } else {
      takeOfferBack(open, holder.waiting, 'cancelled')
      tell(open, holder.waiting, { kind: 'offer_taken_back', points: 0, change })
    }
  }
  // What the slot has lost came free for nobody.
  if (released.length > 0) open.freedOfWindow = 0
  slot.terms.capacity = capacity
  const beyond = sumOf(kept).ofWindow > limitsOf(capacity, slot.terms.share, 0).window
  await endBookings(tx, communityId, ended, now)
  await saveCapacity(tx, communityId, slot, beyond ? sumOf(kept).ofWindow : 0)
  await standFirst(
    open,
    back.map((it) => it.entry),
  )
  await writeSlot(open)
  await rereadFacts(open)
  const given = settleWaitlist(open)
  for (const { entry, points } of back) tellReleased(open, entry, { points, change })
  await writeSlot(open)
  return given
}

/** A booking that was released, as it waits from now on, and what went back for it. */
interface Released {
  entry: NewEntry
  points: number
}

function entryOf({ householdId, bookedBy, source, places }: HeldBooking): NewEntry {
  return {
    ...{ id: newRowId(), householdId, joinedBy: bookedBy },
    // Who paid once is ready to pay again.
    usePoints: source === 'window',
    attendees: places.map(({ attendeeId: id, attendeeKind: kind }) => ({ id, kind })),
  }
}

async function standFirst(open: OpenSlot, entries: NewEntry[]): Promise<void> {
  const { tx, communityId, now } = open
  await insertEntries(tx, communityId, open, entries, 'first')
  const before = open.waiting[0]?.turn ?? 1
  const first = entries.map((entry, index) => ({
    ...entry,
    ...{ joinedAt: now, turn: before - entries.length + index, offer: null },
    attendees: entry.attendees.map((attendee) => attendee.id),
  }))
  open.waiting = [...first, ...open.waiting]
}

/** Who was given a place again at once has only heard of it: one notice says both. */
function tellReleased(open: OpenSlot, entry: NewEntry, what: { points: number; change: NoticeChange }): void {
  const { decided } = open
  const again = decided.notices.findIndex(
    ({ kind, residentId }) => kind === 'booked_from_waitlist' && residentId === entry.joinedBy,
  )
  const waits = open.waiting.some(({ id }) => id === entry.id)
  if (!waits && again >= 0) decided.notices.splice(again, 1)
  tell(open, entry, { kind: waits ? 'place_lost' : 'place_kept', ...what })
}

function tell(
  { decided, session, now }: OpenSlot,
  { joinedBy: residentId }: Pick<NewEntry, 'joinedBy'>,
  { kind, points, change }: { kind: NewNotice['kind']; points: number; change: NoticeChange },
): void {
  const sessionId = session.id
  decided.notices.push({ residentId, kind, sessionId, points: points || null, until: null, change, now })
}
