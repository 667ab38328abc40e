import { checkApplication } from '@/domain/draw-application'
import { admit, bookerOf } from '../allotment/booker'
import { writeSlot } from '../allotment/decided'
import { factsFor, openSlot } from '../allotment/open-slot'
import { partyFrom } from '../allotment/party'
import { notFound, Refused, type VisitorHandler } from '../handler'
import { newRowId } from '../ids'
import { findDraw } from '../repositories/draw'
import { insertApplication, listOwnApplications } from '../repositories/draw-application'
import { readSessionView } from '../views/session-view'

export const applyForDraw: VisitorHandler<'applyForDraw'> = async (context, payload) => {
  const { tx, resident, now } = context
  const { communityId, slotId, points } = payload
  const households = resident ? [resident.householdId] : []
  const open = await openSlot(tx, communityId, slotId, { households, frees: false, now })
  const draw = await findDraw(tx, communityId, slotId)
  if (!open || !draw) throw notFound('draw')
  const booker = bookerOf(open, context)
  const { id: appliedBy, householdId } = booker
  const party = partyFrom(open, booker, payload.party)
  if ('failure' in party) throw party.failure
  const sessionId = open.session.id
  const own = await listOwnApplications(tx, communityId, householdId, sessionId)
  if (own.some((application) => application.slotId === slotId))
    return new Refused({ reason: 'already_applied' })
  const reason = checkApplication(factsFor(open, party), draw, points)
  if (reason) return new Refused(reason)
  admit(open, context)
  await writeSlot(open)
  const id = newRowId()
  const { attendees } = party
  await insertApplication(tx, communityId, { id, slotId, householdId, appliedBy, points, attendees }, now)
  const session = await readSessionView(tx, communityId, sessionId, booker, now)
  if (!session) throw notFound('session')
  return { applicationId: id, session }
}
