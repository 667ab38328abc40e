import { checkNotes } from '@/domain/call'
import { changedTexts, newsOf } from '@/domain/call-texts'
import { whyNotShown } from '@/domain/content-check'
import { badCall } from '../bad-input'
import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import {
  findCall,
  listBookedAhead,
  listCallSessions,
  lockComingSessions,
  saveTexts,
} from '../repositories/published-call'

export const changeCall: MemberHandler<'changeCall'> = async (
  { tx, resident: cadre, verdict, now },
  { callId, version, activity },
) => {
  const { communityId } = cadre
  const was = await findCall(tx, communityId, callId, 'update')
  if (!was) throw notFound('call')
  const sessions = await listCallSessions(tx, communityId, callId)
  if (!sessions.some((it) => it.cancelledAt === null && it.endsAt > now))
    return new Refused({ reason: 'call_over' })
  if (was.version !== version)
    return new Refused({ reason: 'call_changed', version: was.version, activity: was.activity })
  const unfit = whyNotShown(verdict)
  if (unfit) return new Refused(unfit)
  const faults = checkNotes({ kind: was.kind, ...activity })
  if (faults.length > 0) throw badCall(faults)
  const changed = changedTexts(was.activity, activity)
  if (changed.length === 0) return { version, told: 0 }

  await lockComingSessions(tx, communityId, callId, now)
  await saveTexts(tx, communityId, was.activityId, activity)
  const texts = newsOf(changed, activity)
  const booked = texts ? await listBookedAhead(tx, communityId, callId, now) : []
  await insertNotices(
    tx,
    communityId,
    booked.map((whom) => ({
      ...{ ...whom, kind: 'call_changed' as const, points: null, until: null, now },
      change: { time: null, place: null, capacity: null, ...(texts && { texts }) },
    })),
  )
  const why = changed.map((field) => [field, { was: was.activity[field], is: activity[field] }])
  await insertAudit(tx, communityId, {
    ...{ actorId: cadre.id, action: 'changeCall', sessionId: null, subjectId: callId },
    ...{ why: JSON.stringify(Object.fromEntries(why)), now },
  })
  return { version: version + 1, told: booked.length }
}
