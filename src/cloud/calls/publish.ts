import { openingOf, type CallDraft } from '@/domain/call'
import { seedHash } from '@/domain/draw'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId, newSecret, newSessionId } from '../ids'
import { insertAudit } from '../repositories/audit'
import { insertActivity, insertCall, insertSession, insertSlot } from '../repositories/call'
import { insertDraw } from '../repositories/draw'
import { lockTeams } from '../repositories/team'

export interface Published {
  callId: string
  sessionIds: string[]
}

/** Puts a call that was found to be in order before everybody. */
export async function publish(
  tx: Transaction,
  communityId: string,
  draft: CallDraft,
  { publishedBy, now }: { publishedBy: string; now: Instant },
): Promise<Published> {
  const activityId = newRowId()
  const callId = newRowId()
  await insertActivity(tx, communityId, { id: activityId, ...draft.activity, now })
  // A team that has ended since the call was written is no longer named.
  const named = draft.teamIds ?? []
  const standing = await lockTeams(tx, communityId, named)
  const teamIds = named.filter((id) => standing.includes(id))
  await insertCall(tx, communityId, { id: callId, activityId, publishedBy, teamIds, now })
  const sessionIds: string[] = []
  for (const session of draft.sessions) {
    const id = newSessionId()
    sessionIds.push(id)
    const where = { place: draft.activity.place, gridId: draft.gridId ?? null }
    await insertSession(tx, communityId, {
      id,
      activityId,
      callId,
      ...where,
      ...session,
      secret: newSecret(),
    })
    for (const [rank, slot] of draft.slots.entries()) {
      const opening = openingOf(draft, slot, session, now)
      const slotId = newRowId()
      // Kept for teams that have all ended it would be kept from everybody.
      const teamsUntil = teamIds.length > 0 ? opening.teamsUntil : null
      const kept = { teamsUntil, teamIds: teamsUntil === null ? [] : teamIds }
      await insertSlot(tx, communityId, { id: slotId, sessionId: id, rank, ...slot, ...opening, ...kept })
      if (slot.allocation === 'draw')
        await insertDraw(tx, communityId, promiseDraw(slotId, slot.publicNumber))
    }
  }
  await insertAudit(tx, communityId, {
    ...{ actorId: publishedBy, action: 'publishCall', sessionId: null, subjectId: callId, why: null, now },
  })
  return { callId, sessionIds }
}

// The hash of the seed goes out with the call, so that the seed cannot be chosen by who has applied.
function promiseDraw(slotId: string, wantsNumber: boolean) {
  const seed = newSecret()
  return { slotId, seed, seedHash: seedHash(seed), wantsNumber }
}
