import { notedAt } from '@/domain/attendance'
import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { clearCheckOut, recordCheckOut } from '../repositories/check-out'
import { listPresences } from '../repositories/presence'
import { findSession } from '../repositories/slot'

export const markLeft: MemberHandler<'markLeft'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId, id: actorId, householdId } = cadre
  const { sessionId, attendeeId: subjectId, leftAt, why } = payload
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'mark', now)
  if (closed) return new Refused(closed)
  const row = (await listPresences(tx, communityId, sessionId)).find((it) => it.attendeeId === subjectId)
  if (!row) throw notFound('attendee in this session')
  if (row.householdId === householdId) return new Refused({ reason: 'own_household' })
  if (row.checkedInAt === null || row.outcome !== null) return new Refused({ reason: 'not_checked_in' })
  await insertAudit(tx, communityId, { actorId, action: 'markLeft', sessionId, subjectId, why, now })
  if (leftAt === null) {
    await clearCheckOut(tx, communityId, sessionId, subjectId)
    return { checkedOutAt: null }
  }
  const at = notedAt(session, leftAt, now)
  return {
    checkedOutAt: await recordCheckOut(tx, communityId, sessionId, subjectId, { method: 'manual', at }),
  }
}
