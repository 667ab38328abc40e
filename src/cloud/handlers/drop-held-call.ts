import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { deleteHeldCall, findHeldCall } from '../repositories/held-call'

export const dropHeldCall: MemberHandler<'dropHeldCall'> = async (
  { tx, resident: cadre, now },
  { heldId },
) => {
  const { communityId } = cadre
  if (!(await findHeldCall(tx, communityId, heldId, 'update'))) throw notFound('held call')
  await deleteHeldCall(tx, communityId, heldId)
  await insertAudit(tx, communityId, {
    ...{ actorId: cadre.id, action: 'dropHeldCall', sessionId: null, subjectId: heldId, why: null, now },
  })
  return {}
}
