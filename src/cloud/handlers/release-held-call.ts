import { goOn } from '../calls/held'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findHeldCall } from '../repositories/held-call'

export const releaseHeldCall: MemberHandler<'releaseHeldCall'> = async (
  { tx, resident: admin, now },
  { heldId },
) => {
  const { communityId } = admin
  const held = await findHeldCall(tx, communityId, heldId, 'update')
  if (!held) throw notFound('held call')
  // A person may stand for what the platform was unsure of, never for what it refused.
  if (held.state === 'risky') return new Refused({ reason: 'content_waits', state: held.state })
  const went = await goOn(tx, communityId, held, { suggest: 'pass' }, { author: admin, now })
  if ('state' in went) return { sessionIds: [], held: { id: heldId, state: went.state } }
  await insertAudit(tx, communityId, {
    ...{ actorId: admin.id, action: 'releaseHeldCall', sessionId: null, subjectId: went.published.callId },
    ...{ why: held.label, now },
  })
  return { sessionIds: went.published.sessionIds, held: null }
}
