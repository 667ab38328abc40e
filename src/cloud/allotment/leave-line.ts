import { dropAttendees, endEntry } from '../repositories/waitlist'
import { takeOfferBack } from './take-offer-back'
import type { OpenSlot, PartyRequest } from './open-slot'

/**
 * Who has a place no longer waits for one, and an offer made to such a party is free for others. Of a
 * waiting family of two, the other child waits on at the same turn: "one now, one on the waitlist".
 */
export async function leaveLine(open: OpenSlot, { attendees }: PartyRequest): Promise<void> {
  const { tx, communityId, now } = open
  const placed = new Set(attendees.map((person) => person.id))
  for (const waiting of [...open.waiting]) {
    if (!waiting.attendees.some((id) => placed.has(id))) continue
    await takeOfferBack(open, waiting, 'left')
    waiting.attendees = waiting.attendees.filter((id) => !placed.has(id))
    if (waiting.attendees.length > 0) {
      await dropAttendees(tx, communityId, waiting.id, [...placed])
    } else {
      await endEntry(tx, communityId, waiting.id, 'booked', now)
      open.waiting = open.waiting.filter((other) => other !== waiting)
    }
  }
}
