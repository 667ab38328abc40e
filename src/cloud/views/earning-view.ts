import type { EarningPost } from '@/contract/session-view'
import { checkBooking } from '@/domain/booking'
import { endsInTime, POSTS_NAMED } from '@/domain/earning'
import { spendable } from '@/domain/points'
import { hasWindow } from '@/domain/priority'
import { freePlaces } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { bookingFacts, readHouseholdsFacts, type HouseholdReading } from '../repositories/booking-facts'
import type { PersonRow } from '../repositories/household'
import { listOpenPosts, type SlotRow } from '../repositories/slot'

/** So many posts are looked at, whether or not this resident could take them. */
const LOOKED_AT = 12

/**
 * Posts the booker could take now whose points would be there before a slot opens to all; asks the database only for
 * slots with a window the household cannot pay for all of its people.
 * @returns by slot; none for slots that need none
 */
export async function readEarning(
  tx: Transaction,
  communityId: string,
  slots: SlotRow[],
  { booker, household, now }: { booker: PersonRow; household: HouseholdReading; now: Instant },
): Promise<Map<string, EarningPost[]>> {
  const short = slots.filter((slot) => isShortOfPoints(slot, household, now))
  // Slots of a session mostly open together.
  const byOpening = new Map<Instant, EarningPost[]>()
  for (const opensAt of new Set(short.map(({ terms }) => terms.opensAt))) {
    const posts = await postsUntil(tx, communityId, endsInTime(opensAt), { booker, household, now })
    byOpening.set(opensAt, posts)
  }
  return new Map(short.map(({ id, terms }) => [id, byOpening.get(terms.opensAt) ?? []]))
}

function isShortOfPoints({ terms }: SlotRow, household: HouseholdReading, now: Instant): boolean {
  if (!hasWindow(terms) || now >= terms.opensAt) return false
  const fitting = household.people.filter(
    (person) => person.kind === 'child' && (terms.ageBand === null || person.ageBand === terms.ageBand),
  )
  return spendable(household.account.lots, now) < terms.price * Math.max(1, fitting.length)
}

async function postsUntil(
  tx: Transaction,
  communityId: string,
  endsBefore: Instant,
  { booker, household, now }: { booker: PersonRow; household: HouseholdReading; now: Instant },
): Promise<EarningPost[]> {
  const posts: EarningPost[] = []
  const { householdId } = booker
  const households = householdId === '' ? [] : [householdId]
  for (const { session, slot } of await listOpenPosts(tx, communityId, {
    now,
    endsBefore,
    limit: LOOKED_AT,
  })) {
    const facts = await readHouseholdsFacts(tx, communityId, households, session, now)
    const reading = facts.get(householdId) ?? household
    const { id: slotId, title: slotTitle, points, held, heldByWindow, terms } = slot
    const places = { held, heldByWindow, waiting: [], waitlist: 0 }
    const party = { booker, attendees: [booker] }
    if (!checkBooking(bookingFacts(reading, { session, slot, places, now }, party)).ok) continue
    const { id, title, startsAt, endsAt } = session
    const free = freePlaces(terms.capacity, slot)
    posts.push({ session: { id, title, startsAt, endsAt }, slotId, slotTitle, points, free })
    if (posts.length === POSTS_NAMED) break
  }
  return posts
}
