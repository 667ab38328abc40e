import { checkBooking } from '@/domain/booking'
import type { Refusal } from '@/domain/refusal'
import { bookerOf, refuse } from '../allotment/booker'
import { factsFor, openSlot, type OpenSlot, type PartyRequest } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { settleWaitlist } from '../allotment/settle-waitlist'
import { notFound, type VisitorHandler } from '../handler'
import { newRowId } from '../ids'
import { sessionOfSlot } from '../repositories/slot'
import { insertEntry } from '../repositories/waitlist'
import { readSessionView } from '../views/session-view'

export const joinWaitlist: VisitorHandler<'joinWaitlist'> = async (context, payload) => {
  const { tx, now } = context
  const { communityId, slotId, usePoints } = payload
  if (!(await sessionOfSlot(tx, communityId, slotId))) throw notFound('slot')
  const booker = await bookerOf(context, communityId)
  const { householdId } = booker
  const open = await openSlot(tx, communityId, slotId, { households: [householdId], frees: false, now })
  if (!open) throw notFound('slot')
  const party = partyFrom(open, booker, payload.party)
  await settleWaitlist(open)
  if (isWaiting(open, party)) return refuse(context, { reason: 'already_waiting' })
  const verdict = checkBooking(factsFor(open, party))
  if (verdict.ok) return refuse(context, { reason: 'place_free' })
  if (!helpedByWaiting(verdict.refusal, open, party)) return refuse(context, verdict.refusal)
  const id = newRowId()
  const sessionId = open.session.id
  const attendees = party.attendees.map((person) => ({ id: person.id, kind: person.kind }))
  await insertEntry(tx, communityId, {
    id,
    slotId,
    sessionId,
    householdId,
    joinedBy: booker.id,
    usePoints,
    now,
    attendees,
  })
  const session = await readSessionView(tx, communityId, sessionId, booker, now)
  if (!session) throw notFound('session')
  return { waitlistEntryId: id, session }
}

function isWaiting(open: OpenSlot, party: PartyRequest): boolean {
  return open.waiting.some((waiting) =>
    party.attendees.some((person) => waiting.attendees.includes(person.id)),
  )
}

/** True when only places are missing. Behind "newcomers first" a full slot may hide. */
function helpedByWaiting({ reason }: Refusal, { slot }: OpenSlot, party: PartyRequest): boolean {
  if (reason === 'slot_full' || reason === 'priority_places_full') return true
  return reason === 'newcomers_first' && slot.held + party.attendees.length > slot.terms.capacity
}
