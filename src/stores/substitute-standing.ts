import type { SubstituteView } from '@/contract/session-view'
import type { BookingFacts } from '@/domain/booking'
import type { Standing } from '@/domain/standing'
import { checkSubstitute, withoutPost } from '@/domain/substitute'

/**
 * How a post that is passed on stands for this person.
 * @param facts of the person alone
 * @returns null: none is passed on here, or they hold one here anyway
 */
export function substituteStanding(
  substitute: SubstituteView | null,
  slotId: string,
  facts: BookingFacts,
): Standing | null {
  if (substitute?.slotId !== slotId || facts.attendees.some((taker) => taker.bookedHere)) return null
  const { giverId, waitlistUntil } = substitute
  if (waitlistUntil !== null && facts.now < waitlistUntil)
    return { is: 'refused', refusal: { reason: 'waitlist_first', until: waitlistUntil } }
  const refusal = checkSubstitute(giverId === null ? facts : withoutGiven(facts), giverId ?? '')
  return refusal ? { is: 'refused', refusal } : { is: 'substitute', family: giverId !== null }
}

function withoutGiven(facts: BookingFacts): BookingFacts {
  const household = withoutPost(facts.household)
  return { ...facts, household: { ...household, placesInSlot: household.placesInSlot - 1 } }
}
