import { checkBooking } from '@/domain/booking'
import type { Refusal } from '@/domain/refusal'
import { admit, bookerOf } from '../allotment/booker'
import { writeSlot } from '../allotment/decided'
import { factsFor, openSlot, type OpenSlot, type PartyRequest } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, Refused, type VisitorHandler } from '../handler'
import { newRowId } from '../ids'
import { insertEntries } from '../repositories/waitlist'
import { readSessionView } from '../views/session-view'

export const joinWaitlist: VisitorHandler<'joinWaitlist'> = async (context, payload) => {
  const { tx, resident, now } = context
  const { communityId, slotId, usePoints } = payload
  const households = resident ? [resident.householdId] : []
  const open = await openSlot(tx, communityId, slotId, { households, frees: false, now })
  if (!open) throw notFound('slot')
  const booker = bookerOf(open, context)
  const party = partyFrom(open, booker, payload.party)
  if ('failure' in party) throw party.failure
  settleWaitlist(open)
  const reason = whyNotWait(open, party)
  if (!reason) admit(open, context)
  await writeSlot(open)
  if (reason) return new Refused(reason)
  const id = newRowId()
  const sessionId = open.session.id
  const { attendees } = party
  const entry = { id, householdId: booker.householdId, joinedBy: booker.id, usePoints, attendees }
  await insertEntries(tx, communityId, open, [entry])
  const session = await readSessionView(tx, communityId, sessionId, booker, now)
  if (!session) throw notFound('session')
  return { waitlistEntryId: id, session }
}

function whyNotWait(open: OpenSlot, party: PartyRequest) {
  if (isWaiting(open, party)) return { reason: 'already_waiting' } as const
  const verdict = checkBooking(factsFor(open, party))
  if (verdict.ok) return { reason: 'place_free' } as const
  return helpedByWaiting(verdict.refusal, open, party) ? null : verdict.refusal
}

function isWaiting(open: OpenSlot, party: PartyRequest): boolean {
  return open.waiting.some((waiting) =>
    party.attendees.some((person) => waiting.attendees.includes(person.id)),
  )
}

/** True when only places are missing. Behind what is kept for newcomers or for teams a full slot may hide. */
function helpedByWaiting({ reason }: Refusal, { slot }: OpenSlot, party: PartyRequest): boolean {
  if (reason === 'slot_full' || reason === 'priority_places_full') return true
  const kept = reason === 'newcomers_first' || reason === 'teams_first'
  return kept && slot.held + party.attendees.length > slot.terms.capacity
}
