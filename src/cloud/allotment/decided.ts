import type { Posting } from '@/domain/account'
import { insertNotices, type NewNotice } from '../repositories/notice'
import { markRetaken, writePlaces, type GivenLate, type NewBooking } from '../repositories/place'
import { insertPostings } from '../repositories/points'
import { insertResidents, type ResidentRow } from '../repositories/resident'
import { endOffers, insertOffers, type EndedOffer, type NewOffer } from '../repositories/offer'
import { dropAttendees, endEntries, type EndedEntry } from '../repositories/waitlist'
import type { OpenSlot } from './open-slot'

/** What has been decided about a slot's places and is not yet written. */
export interface Decided {
  joined: { openId: string; row: ResidentRow }[]
  bookings: NewBooking[]
  /** payments for them */
  postings: Posting[]
  /** given back late, and taken up by these bookings */
  retaken: GivenLate[]
  offers: NewOffer[]
  endedOffers: EndedOffer[]
  endedEntries: EndedEntry[]
  /** who of a waiting party waits no longer, while others of it do */
  dropped: { entryId: string; attendeeId: string }[]
  notices: NewNotice[]
}

export function nothingDecided(): Decided {
  return {
    ...{ joined: [], bookings: [], postings: [], retaken: [], offers: [], endedOffers: [], endedEntries: [] },
    ...{ dropped: [], notices: [] },
  }
}

/** Writes what has been decided, each table once, whether one party was given places or two hundred. */
export async function writeSlot(open: OpenSlot): Promise<void> {
  const { tx, communityId, slot, now, decided } = open
  open.decided = nothingDecided()
  await Promise.all([
    insertResidents(tx, communityId, decided.joined),
    insertPostings(tx, communityId, decided.postings),
    writeTaken(open, decided.bookings),
    markRetaken(tx, communityId, decided.retaken, now),
    endOffers(tx, communityId, decided.endedOffers, now),
    insertOffers(tx, communityId, slot.id, decided.offers, now),
    dropAttendees(tx, communityId, decided.dropped),
    endEntries(tx, communityId, decided.endedEntries, now),
    insertNotices(tx, communityId, decided.notices),
  ])
}

/** A slot where nothing changed is not written: asked for in vain, it would be so hundreds of times. */
async function writeTaken(open: OpenSlot, bookings: NewBooking[]): Promise<void> {
  const { tx, communityId, slot, written } = open
  const { held, heldByWindow } = slot
  if (bookings.length === 0 && held === written.held && heldByWindow === written.heldByWindow) return
  open.written = { held, heldByWindow }
  await writePlaces(tx, communityId, open, bookings)
}
