import { notedAt } from '@/domain/attendance'
import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { listPresences, recordCheckIn } from '../repositories/presence'
import { findSession } from '../repositories/slot'

export const markPresent: MemberHandler<'markPresent'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId, id: actorId, householdId } = cadre
  const { sessionId, attendeeId, why } = payload
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'mark', now)
  if (closed) return new Refused(closed)
  const row = (await listPresences(tx, communityId, sessionId)).find((it) => it.attendeeId === attendeeId)
  if (!row) throw notFound('attendee in this session')
  if (row.householdId === householdId) return new Refused({ reason: 'own_household' })
  const manual = row.kind === 'resident'
  if (manual && why === '')
    throw new RequestFailure('bad_input', 'why: checking a resident in by hand needs a reason')
  const method = manual ? 'manual' : 'door'
  // Booked twice in the session or already there by code: the first record stands, and there is nothing to audit.
  if (manual && row.checkedInAt === null) {
    await insertAudit(tx, communityId, {
      actorId,
      action: 'markPresent',
      sessionId,
      subjectId: attendeeId,
      why,
      now,
    })
  }
  // Where nobody says when, somebody was there from the start; the plan bounds what is served.
  const at = payload.at === undefined ? Math.min(now, session.startsAt) : notedAt(session, payload.at, now)
  const checkedInAt = await recordCheckIn(tx, communityId, sessionId, attendeeId, { method, at })
  if (checkedInAt === null) throw notFound('attendee in this session')
  return { checkedInAt }
}
