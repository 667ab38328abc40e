import { endWaiting, takeOfferBack } from './end-waiting'
import type { OpenSlot, PartyRequest } from './open-slot'

/**
 * Who has a place no longer waits for one, and an offer made to such a party is free for others. Of a
 * waiting family of two, the other child waits on at the same turn: "one now, one on the waitlist".
 */
export function leaveLine(open: OpenSlot, { attendees }: PartyRequest): void {
  const placed = new Set(attendees.map((person) => person.id))
  for (const waiting of [...open.waiting]) {
    const here = waiting.attendees.filter((id) => placed.has(id))
    if (here.length === 0) continue
    takeOfferBack(open, waiting, 'left')
    waiting.attendees = waiting.attendees.filter((id) => !placed.has(id))
    if (waiting.attendees.length === 0) endWaiting(open, waiting, 'booked')
    else open.decided.dropped.push(...here.map((attendeeId) => ({ entryId: waiting.id, attendeeId })))
  }
}
