import { drawClosed } from '@/domain/draw-application'
import { openSlot } from '../allotment/open-slot'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findDraw } from '../repositories/draw'
import { findApplication, withdraw } from '../repositories/draw-application'

export const withdrawApplication: MemberHandler<'withdrawApplication'> = async (
  { tx, resident, now },
  { applicationId },
) => {
  const { communityId, householdId } = resident
  const application = await findApplication(tx, communityId, applicationId)
  if (application?.householdId !== householdId) throw notFound('application of your household')
  const open = await openSlot(tx, communityId, application.slotId, { households: [], frees: false, now })
  if (!open) throw notFound('slot')
  const draw = await findDraw(tx, communityId, application.slotId)
  const reason = draw && drawClosed(open.slot.terms, draw, now)
  if (reason) return new Refused(reason)
  if (!(await withdraw(tx, communityId, applicationId, now))) return new Refused({ reason: 'already_ended' })
  return {}
}
