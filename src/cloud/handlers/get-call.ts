import { writtenSlot } from '@/domain/past-call'
import { notFound, type MemberHandler } from '../handler'
import {
  findCall,
  listCallSessions,
  listPublishedSlots,
  type CallSession,
} from '../repositories/published-call'
import { listStandingTeamsOf } from '../repositories/team'

export const getCall: MemberHandler<'getCall'> = async ({ tx, resident, now }, { callId }) => {
  const { communityId } = resident
  const call = await findCall(tx, communityId, callId)
  const all = await listCallSessions(tx, communityId, callId)
  const kept = all.filter((it) => it.cancelledAt === null)
  const sessions = kept.length > 0 ? kept : all
  const [first] = sessions
  if (!call || !first) throw notFound('call')
  const like = mostTypical(sessions) ?? first
  const { id, kind, version, freeCancelHours, publishedAt, activity } = call
  const slots = await listPublishedSlots(tx, communityId, like.id)
  const teamIds = await listStandingTeamsOf(tx, communityId, callId)
  return {
    ...{ id, version, publishedAt, cover: activity.cover },
    open: kept.some((it) => it.endsAt > now),
    draft: {
      activity: { kind, ...activity, place: like.place, freeCancelHours },
      sessions: sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      ...(teamIds.length > 0 && { teamIds }),
      ...(like.gridId !== null && { gridId: like.gridId }),
      slots: slots.map((slot) => ({
        ...writtenSlot(slot, { publishedAt, session: like, first }),
        teamsFirst: slot.teamsFirst === true && teamIds.length > 0,
      })),
    },
  }
}

// What was learned on the way is in the last; a session that was moved tells nothing of when it opened before.
function mostTypical(sessions: CallSession[]): CallSession | undefined {
  return sessions.filter((it) => it.movedAt === null).at(-1)
}
