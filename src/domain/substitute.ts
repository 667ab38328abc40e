import { checkParty, type BookingFacts, type HouseholdFacts } from './booking'
import type { Refusal } from './refusal'
import type { Instant } from './time'

/** Why a post is not passed on, or not taken over, beside the reasons of {@link checkParty}. */
export type SubstituteRefusal =
  /** a place to attend is given back, never passed on */
  | { reason: 'not_a_post' }
  /** the one who would take it holds it already */
  | { reason: 'own_post' }
  /** somebody waits who qualifies; `until`: they have been asked, and it is kept for them so long; null: not yet */
  | { reason: 'waitlist_first'; until: Instant | null }
  /** the link was used, withdrawn or made up, or its time is over */
  | { reason: 'substitute_gone' }

/**
 * May this one person have a post that somebody passes on? Checked like a booking, without opening, fullness and
 * waitlist: the place is not a free one.
 * @param facts of the taker; where the giver is of the same household, as {@link withoutPost} leaves it
 * @param giverId who holds the post until then
 */
export function checkSubstitute(facts: BookingFacts, giverId: string): Refusal | SubstituteRefusal | null {
  if (facts.attendees.some((taker) => taker.id === giverId)) return { reason: 'own_post' }
  return checkParty(facts)
}

/** What counts for a household once one of its posts of that week is no longer its own. */
export function withoutPost<Counts extends Pick<HouseholdFacts, 'postsThatWeek' | 'openBookings'>>(
  counts: Counts,
): Counts {
  return {
    ...counts,
    postsThatWeek: counts.postsThatWeek - 1,
    openBookings: counts.openBookings - 1,
  }
}
