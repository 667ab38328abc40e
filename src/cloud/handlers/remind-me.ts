import { checkBooking, type BookingFacts } from '@/domain/booking'
import { nextOpening, REMIND_BEFORE, remindsInTime, type NextOpening } from '@/domain/reminder'
import { admit, bookerOf } from '../allotment/booker'
import { writeSlot } from '../allotment/decided'
import { factsFor, openSlot } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { notFound, Refused, type VisitorHandler } from '../handler'
import { saveReminder } from '../repositories/reminder'
import { readSessionView } from '../views/session-view'

export const remindMe: VisitorHandler<'remindMe'> = async (context, payload) => {
  const { tx, resident, now } = context
  const { communityId, slotId } = payload
  const households = resident ? [resident.householdId] : []
  const open = await openSlot(tx, communityId, slotId, { households, frees: false, now })
  if (!open) throw notFound('slot')
  const booker = bookerOf(open, context)
  const party = partyFrom(open, booker, payload.party)
  if ('failure' in party) throw party.failure
  const facts = factsFor(open, party)
  const next = nextOpening(facts)
  if (!next || !remindsInTime(next.at, now)) return new Refused(whyNoReminder(facts, next))
  admit(open, context)
  await writeSlot(open)
  await saveReminder(tx, communityId, { residentId: booker.id, slotId, opening: next.opening }, now)
  const session = await readSessionView(tx, communityId, open.session.id, booker, now)
  if (!session) throw notFound('session')
  return { remindAt: next.at - REMIND_BEFORE, session }
}

function whyNoReminder(facts: BookingFacts, next: NextOpening | null) {
  if (next) return { reason: 'opens_soon', opensAt: next.at } as const
  const verdict = checkBooking(facts)
  return verdict.ok ? ({ reason: 'open_already' } as const) : verdict.refusal
}
