import { freeCancelUntil } from '@/domain/cancellation'
import { checkSubstitute } from '@/domain/substitute'
import { offerExpiry } from '@/domain/waitlist'
import { cancelPlaces } from '../repositories/place'
import { endSubstitute, saveAsked, type SubstituteRow } from '../repositories/substitute'
import type { WaitingParty } from '../repositories/waitlist'
import { givePlaces } from './give-places'
import { leaveLine } from './leave-line'
import { deservedBy } from './next-in-line'
import { factsFor, type OpenSlot, type PartyRequest } from './open-slot'
import { asIfFree, type HeldPost, type OpenPost } from './open-post'
import { returnPoints } from './return-points'

/** Somebody who waits and may have the post. */
export interface FirstInLine {
  waiting: WaitingParty
  party: PartyRequest
}

/** Of those who wait, the first who qualifies for the post. */
export function firstInLine(open: OpenSlot, post: HeldPost): FirstInLine | null {
  const freed = asIfFree(open, post)
  for (const waiting of open.waiting) {
    const deserved = deservedBy(freed, waiting)
    if (deserved) return { waiting, party: deserved.party }
  }
  return null
}

/** The first in line, unless that is who would take the post anyway. */
export function firstBefore({ open, post }: OpenPost, { booker }: PartyRequest): FirstInLine | null {
  const first = firstInLine(open, post)
  return first && first.waiting.attendees.includes(booker.id) ? null : first
}

/** What keeps somebody from the post, whoever waits; null: nothing. */
export function whyNotTake({ open, post }: OpenPost, taker: PartyRequest) {
  return checkSubstitute(factsFor(asIfFree(open, post), taker), post.place.attendeeId)
}

/**
 * The post goes from its holder to another in one step, so it is never free and never lost; the holder is told,
 * and nothing is held against them.
 * @returns id of the new booking
 */
export async function handOver(
  { open, post }: OpenPost,
  party: PartyRequest,
  source: 'waitlist' | 'substitute',
): Promise<string> {
  const { tx, communityId, now, slot, session, givenLate, decided } = open
  const { bookingId, householdId, place } = post
  await endSubstitute(tx, communityId, bookingId, 'taken', now)
  await cancelPlaces(tx, communityId, bookingId, [place.attendeeId], { late: false, now })
  open.facts = asIfFree(open, post).facts
  await returnPoints(open, { bookingId, householdId, places: [place] })
  slot.held -= 1
  if (place.inWindow) slot.heldByWindow -= 1
  // It makes good no place that somebody else gave back late: that one is still free.
  open.givenLate = []
  const booking = givePlaces(open, party, { window: false, cost: 0 }, source)
  open.givenLate = givenLate
  leaveLine(open, party)
  const about = { sessionId: session.id, points: null, now }
  decided.notices.push({ ...about, residentId: place.attendeeId, kind: 'post_taken', until: null })
  return booking.id
}

/** The same to the first who waits, who is told like anybody booked from the waitlist. */
export async function handOverInLine(opened: OpenPost, { waiting, party }: FirstInLine): Promise<void> {
  const { session, decided, now } = opened.open
  await handOver(opened, party, 'waitlist')
  decided.notices.push({
    ...{ residentId: waiting.joinedBy, kind: 'booked_from_waitlist', sessionId: session.id, points: null },
    ...{ until: freeCancelUntil(session, now), now },
  })
}

/**
 * In the last hours nobody is booked without being asked: the post is kept a while for the first who waits.
 * @returns until when
 */
export async function askFirst(
  { tx, communityId, session, decided, now }: OpenSlot,
  link: Pick<SubstituteRow, 'id'>,
  { waiting }: FirstInLine,
): Promise<number> {
  const until = offerExpiry(now, session.startsAt)
  await saveAsked(tx, communityId, link.id, { entryId: waiting.id, waitlistUntil: until })
  decided.notices.push({
    ...{ residentId: waiting.joinedBy, kind: 'substitute_offer', sessionId: session.id, points: null },
    ...{ until, now },
  })
  return until
}

/**
 * Until when the post is kept for the first who waits, who is asked if that has not been done yet.
 * @returns null when they were asked and did not come in time: then it is anybody's
 */
export async function keptUntil(
  open: OpenSlot,
  link: SubstituteRow,
  first: FirstInLine,
): Promise<number | null> {
  const { entryId, waitlistUntil } = link
  if (waitlistUntil !== null && waitlistUntil <= open.now) return null
  return entryId === first.waiting.id ? waitlistUntil : askFirst(open, link, first)
}
