import type { Instant } from '@/domain/time'
import { writeSlot } from './allotment/decided'
import { endWaiting, takeOfferBack } from './allotment/end-waiting'
import { giveBack } from './allotment/give-back'
import { openSlot, rereadFacts, type OpenSlot } from './allotment/open-slot'
import { settleWaitlist } from './allotment/settle-waitlist'
import type { Transaction } from './db/database'
import type { Stakes } from './repositories/departure'
import { withdraw } from './repositories/draw-application'
import { lockHouseholds } from './repositories/household'
import { findBooking, listActivePlaces } from './repositories/place'
import { lockSlot } from './repositories/slot'
import { listWaiting } from './repositories/waitlist'

export function slotsOf({ bookings, waiting, applications }: Stakes): string[] {
  return [...new Set([...bookings, ...waiting, ...applications].map((it) => it.slotId))].sort()
}

/** Locks slots, then the household with all who wait in them: the one order everywhere. */
export async function lockSlots(
  tx: Transaction,
  communityId: string,
  slots: string[],
  householdId: string,
): Promise<void> {
  const households = [householdId]
  for (const slotId of slots) {
    await lockSlot(tx, communityId, slotId)
    for (const party of await listWaiting(tx, communityId, slotId)) households.push(party.householdId)
  }
  await lockHouseholds(tx, communityId, households)
}

interface Leaving {
  communityId: string
  householdId: string
  /** who goes */
  people: string[]
  now: Instant
}

/** Gives back what people hold in locked slots, ends what they wait for, and asks the next in line. */
export async function leaveSlots(tx: Transaction, stakes: Stakes, leaving: Leaving): Promise<void> {
  const { communityId, householdId, now } = leaving
  for (const slotId of slotsOf(stakes)) {
    const open = await openSlot(tx, communityId, slotId, { households: [householdId], frees: true, now })
    if (!open) continue
    for (const { id, attendees } of stakes.bookings.filter((it) => it.slotId === slotId)) {
      const booking = await findBooking(tx, communityId, id)
      const held = await listActivePlaces(tx, communityId, id)
      const given = held.filter((place) => attendees.includes(place.attendeeId))
      if (booking) await giveBack(open, booking, given)
    }
    for (const { id, frozen } of stakes.applications.filter((it) => it.slotId === slotId)) {
      // A list that was published stays as it is: who is not there any more is passed over.
      if (!frozen) await withdraw(tx, communityId, id, now)
    }
    leaveLines(open, leaving.people)
    await writeSlot(open)
    await rereadFacts(open)
    settleWaitlist(open)
    await writeSlot(open)
  }
}

/** Who is left of a party waits on at the same turn. */
function leaveLines(open: OpenSlot, people: string[]): void {
  for (const waiting of [...open.waiting]) {
    const going = waiting.attendees.filter((id) => people.includes(id))
    if (going.length === 0) continue
    takeOfferBack(open, waiting, 'left')
    waiting.attendees = waiting.attendees.filter((id) => !people.includes(id))
    if (waiting.attendees.length === 0) endWaiting(open, waiting, 'left')
    else open.decided.dropped.push(...going.map((attendeeId) => ({ entryId: waiting.id, attendeeId })))
  }
}
