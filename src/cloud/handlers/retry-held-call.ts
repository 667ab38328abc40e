import { goOn } from '../calls/held'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findHeldCall } from '../repositories/held-call'
import { findResident } from '../repositories/resident'

export const retryHeldCall: MemberHandler<'retryHeldCall'> = async (
  { tx, resident: cadre, verdict, now },
  { heldId },
) => {
  const { communityId } = cadre
  const held = await findHeldCall(tx, communityId, heldId, 'update')
  if (!held) throw notFound('held call')
  // The platform has spoken: asking again does not change its mind, other words do.
  if (held.state !== 'unanswered') return new Refused({ reason: 'content_waits', state: held.state })
  const author = (await findResident(tx, communityId, held.heldBy)) ?? cadre
  const went = await goOn(tx, communityId, held, verdict, { author, now })
  if ('published' in went) return { sessionIds: went.published.sessionIds, held: null }
  return { sessionIds: [], held: { id: heldId, state: went.state } }
}
