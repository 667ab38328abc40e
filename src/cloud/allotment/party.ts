import type { Party } from '@/contract/fields'
import { Overtaken } from '../db/database'
import { notFound, type RequestFailure } from '../handler'
import type { ResidentRow } from '../repositories/resident'
import { readingOf, type PartyRequest, type SlotReading } from './open-slot'

/** The people a request names; a failure for a child that is not of the booker's household. */
export function partyFrom(
  reading: SlotReading,
  booker: ResidentRow,
  party: Party,
): PartyRequest | { failure: RequestFailure } {
  const { people } = readingOf(reading, booker.householdId)
  const self = people.find((person) => person.id === booker.id)
  // Left meanwhile, for good or for another household.
  if (!self) throw new Overtaken()
  const attendees = party.flatMap((named) => {
    if (named.kind === 'self') return self
    return people.find((person) => person.kind === 'child' && person.id === named.childId) ?? []
  })
  if (attendees.length < party.length) return { failure: notFound('child in this household') }
  return { booker: self, attendees }
}
