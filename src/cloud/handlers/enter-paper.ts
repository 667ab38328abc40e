import { whyNotOnTheSpot } from '@/domain/roster-phase'
import { notFound, Refused, type MemberHandler } from '../handler'
import { auditPaper, listPaperPlaces, recordFromPaper } from '../repositories/paper'
import { findSession } from '../repositories/slot'
import { readSheet } from '../views/paper-sheet'

export const enterPaper: MemberHandler<'enterPaper'> = async ({ tx, resident: cadre, now }, payload) => {
  const { communityId, id: actorId, householdId } = cadre
  const { sessionId, codes, dryRun } = payload
  const session = await findSession(tx, communityId, sessionId, 'share')
  if (!session) throw notFound('session')
  const closed = whyNotOnTheSpot(session, 'mark', now)
  if (closed) return new Refused(closed)
  const places = await listPaperPlaces(tx, communityId, sessionId)
  const rows = readSheet(session.secret, places, [...new Set(codes)], householdId)
  const found = rows.flatMap((row) => (row.is === 'found' && row.attendeeId !== null ? row.attendeeId : []))
  if (dryRun || found.length === 0) return { rows, marked: 0 }
  // A sheet says that somebody came, not when: it is taken that they were there from the start.
  const at = Math.min(now, session.startsAt)
  const subjects = await recordFromPaper(tx, communityId, sessionId, found, at)
  await auditPaper(tx, communityId, { actorId, sessionId, subjects, now })
  return { rows, marked: subjects.length }
}
