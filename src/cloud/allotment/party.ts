import type { Party } from '@/contract/fields'
import { notFound } from '../handler'
import type { ResidentRow } from '../repositories/resident'
import type { PartyRequest, SlotReading } from './open-slot'

/**
 * The people a request names.
 * @throws RequestFailure not_found for a child that is not of the booker's household
 */
export function partyFrom({ facts }: SlotReading, booker: ResidentRow, party: Party): PartyRequest {
  const ofHousehold = facts.people.filter((person) => person.householdId === booker.householdId)
  const self = ofHousehold.find((person) => person.id === booker.id)
  if (!self) throw new Error('a resident without a household')
  const attendees = party.map((named) => {
    if (named.kind === 'self') return self
    const child = ofHousehold.find((person) => person.kind === 'child' && person.id === named.childId)
    if (!child) throw notFound('child in this household')
    return child
  })
  return { booker: self, attendees }
}
