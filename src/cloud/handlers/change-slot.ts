import { whyNotChange } from '@/domain/change'
import type { OtherRefusal } from '@/contract/other-refusal'
import type { Refusal } from '@/domain/refusal'
import { lockWithLine, openLocked } from '../allotment/open-slot'
import { lapseOffers } from '../allotment/settle-waitlist'
import { keepingOf, resizeSlot, type Keeping } from '../allotment/shrink-slot'
import type { Transaction } from '../db/database'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findDraw } from '../repositories/draw'
import { listHeldBookings } from '../repositories/held-booking'
import { findSession, findSlots, listSlots, type SlotRow } from '../repositories/slot'
import { changedMeanwhile } from '../views/changed-meanwhile'

export const changeSlot: MemberHandler<'changeSlot'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId } = cadre
  const { slotId, capacity, version, dryRun } = payload
  const sessionId = (await findSlots(tx, communityId, [slotId])).get(slotId)?.sessionId
  // Before the slot, and for ourselves alone: its version changes with the slot's.
  const session = sessionId && (await findSession(tx, communityId, sessionId, 'update'))
  if (!session) throw notFound('slot')
  const slots = await listSlots(tx, communityId, session.id)
  const reason = whyNotChange(session, now) ?? changedMeanwhile(session, slots, version)
  if (reason) return new Refused(reason)

  const locked = await lockWithLine(tx, communityId, slotId)
  if (!locked) throw notFound('slot')
  const bookings = await listHeldBookings(tx, communityId, slotId)
  const households = bookings.map((booking) => booking.householdId)
  const open = await openLocked(tx, communityId, locked, { households, frees: true, now })
  const was = open.slot.terms.capacity
  const drawing = capacity < was ? await whyNotShrink(tx, communityId, open.slot) : null
  if (drawing) return new Refused(drawing)
  lapseOffers(open)
  const keeping = keepingOf(open, bookings, payload)
  const told = { capacity, released: countsOf(keeping), ofWindow: keeping.ofWindow }
  if (dryRun || capacity === was) return { version, ...told, given: 0 }

  const given = await resizeSlot(open, capacity, keeping)
  await insertAudit(tx, communityId, {
    ...{ actorId: cadre.id, action: 'changeSlot', sessionId: session.id, subjectId: slotId },
    ...{ why: `${was} -> ${capacity}`, now },
  })
  return { version: version + 1, ...told, given }
}

/** A list that is frozen competes for the places it was promised. */
async function whyNotShrink(
  tx: Transaction,
  communityId: string,
  { id, terms }: SlotRow,
): Promise<Refusal | OtherRefusal | null> {
  if (terms.allocation !== 'draw' || terms.drawnAt !== null) return null
  const draw = await findDraw(tx, communityId, id)
  return draw?.frozenAt ? { reason: 'draw_running' } : null
}

function countsOf({ released }: Keeping) {
  const bookings = released.flatMap((holder) => ('booking' in holder ? holder.booking : []))
  const places = bookings.flatMap((booking) => booking.places)
  return {
    parties: bookings.length,
    places: places.length,
    points: places.reduce((sum, place) => sum + place.paid, 0),
    offers: released.length - bookings.length,
  }
}
