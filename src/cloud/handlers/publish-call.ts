import { checkCall, openingOf, type CallDraft } from '@/domain/call'
import { seedHash } from '@/domain/draw'
import { badCall } from '../bad-input'
import type { MemberHandler } from '../handler'
import { newRowId, newSecret, newSessionId } from '../ids'
import { insertAudit } from '../repositories/audit'
import { insertActivity, insertCall, insertSession, insertSlot } from '../repositories/call'
import { insertDraw } from '../repositories/draw'

export const publishCall: MemberHandler<'publishCall'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId, ...rest } = payload
  const draft: CallDraft = rest
  const faults = checkCall(draft, cadre.role, now)
  if (faults.length > 0) throw badCall(faults)
  const activityId = newRowId()
  const callId = newRowId()
  await insertActivity(tx, communityId, { id: activityId, ...draft.activity, now })
  await insertCall(tx, communityId, { id: callId, activityId, publishedBy: cadre.id, now })
  const sessionIds: string[] = []
  for (const session of draft.sessions) {
    const id = newSessionId()
    sessionIds.push(id)
    const { place } = draft.activity
    await insertSession(tx, communityId, { id, activityId, callId, place, ...session, secret: newSecret() })
    for (const [rank, slot] of draft.slots.entries()) {
      const opening = openingOf(draft, slot, session, now)
      const slotId = newRowId()
      await insertSlot(tx, communityId, { id: slotId, sessionId: id, rank, ...slot, ...opening })
      if (slot.allocation === 'draw')
        await insertDraw(tx, communityId, promiseDraw(slotId, slot.publicNumber))
    }
  }
  const audit = {
    actorId: cadre.id,
    action: 'publishCall',
    sessionId: null,
    subjectId: callId,
    why: null,
    now,
  } as const
  await insertAudit(tx, communityId, audit)
  return { callId, sessionIds }
}

// The hash of the seed goes out with the call, so that the seed cannot be chosen by who has applied.
function promiseDraw(slotId: string, wantsNumber: boolean) {
  const seed = newSecret()
  return { slotId, seed, seedHash: seedHash(seed), wantsNumber }
}
