import { checkChange, whyNotChange } from '@/domain/change'
import { whyNotShown } from '@/domain/content-check'
import { notFound, Refused, type MemberHandler } from '../handler'
import { badCall } from '../bad-input'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { listConcerned, saveSession } from '../repositories/session-change'
import { findSession, listSlots } from '../repositories/slot'
import { changedMeanwhile } from '../views/changed-meanwhile'

export const changeSession: MemberHandler<'changeSession'> = async (
  { tx, resident: cadre, verdict, now },
  { sessionId, version, startsAt, endsAt, place },
) => {
  const { communityId } = cadre
  const was = await findSession(tx, communityId, sessionId, 'update')
  if (!was) throw notFound('session')
  const slots = await listSlots(tx, communityId, sessionId)
  const reason = whyNotChange(was, now) ?? changedMeanwhile(was, slots, version) ?? whyNotShown(verdict)
  if (reason) return new Refused(reason)
  const moves = startsAt !== was.startsAt || endsAt !== was.endsAt
  if (!moves && place === was.place) return { version, told: 0 }
  const faults = moves ? checkChange(was, { startsAt, endsAt }, slots, cadre.role, now) : []
  if (faults.length > 0) throw badCall(faults)

  const concerned = await listConcerned(tx, communityId, sessionId)
  // Clocks of two servers may differ by a moment: who held a place before the change is never counted after it.
  const movedAt = moves ? Math.max(now, ...concerned.map((it) => it.bookedAt ?? now)) : null
  await saveSession(tx, communityId, sessionId, { startsAt, endsAt, place, movedAt })
  const change = {
    time: moves ? { wasAt: was.startsAt, startsAt, endsAt } : null,
    place: place === was.place ? null : { was: was.place, is: place },
    capacity: null,
  }
  await insertNotices(
    tx,
    communityId,
    concerned.map(({ residentId, holds }) => ({
      ...{ residentId, kind: 'session_changed' as const, sessionId, points: null },
      ...{ until: moves && holds ? startsAt : null, change, now },
    })),
  )
  await insertAudit(tx, communityId, {
    ...{ actorId: cadre.id, action: 'changeSession', sessionId, subjectId: null },
    ...{ why: JSON.stringify(change), now },
  })
  return { version: version + 1, told: concerned.length }
}
