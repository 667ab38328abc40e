import { notFound, Refused, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { lockHouseholds } from '../repositories/household'
import { closeSession, listPresences, saveOutcomes, type PresenceRow } from '../repositories/presence'
import { findSession } from '../repositories/slot'
import { settleBooks } from '../settle-books'
import { readRoster } from '../views/roster-view'

export const confirmSession: MemberHandler<'confirmSession'> = async (context, payload) => {
  const { tx, resident: cadre, now } = context
  const { communityId, householdId, id: actorId } = cadre
  const { sessionId, headCount } = payload
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  if (session.cancelledAt !== null) return new Refused({ reason: 'session_cancelled' })
  if (now < session.endsAt) return new Refused({ reason: 'session_not_over', endsAt: session.endsAt })
  const all = await listPresences(tx, communityId, sessionId)
  const households = all.map((row) => row.householdId)
  await lockHouseholds(tx, communityId, households)

  // Nobody confirms their own household; a colleague's confirmation closes the rest.
  const others = all.filter((row) => row.householdId !== householdId)
  const open = others.filter((row) => row.outcome === null)
  const absent = open.filter((row) => payload.absent.includes(row.attendeeId))
  const present = open.filter((row) => row.checkedInAt !== null && !absent.includes(row))
  const decided = [
    ...others.flatMap((row) => (row.outcome === null ? [] : { ...row, outcome: row.outcome })),
    ...absent.map((row) => ({ ...row, outcome: 'absent' as const })),
    ...present.map((row) => ({ ...row, outcome: 'present' as const })),
  ]
  await saveOutcomes(tx, communityId, sessionId, idsOf(absent), { outcome: 'absent', now })
  await saveOutcomes(tx, communityId, sessionId, idsOf(present), { outcome: 'present', now })
  const settled = await settleBooks(context, session, decided)

  const ownDecided = all.filter((row) => !others.includes(row) && row.outcome !== null && !row.decidedAnew)
  const undecided = all.length - decided.length - ownDecided.length
  await closeSession(tx, communityId, sessionId, { headCount, closedAt: undecided === 0 ? now : null })
  if (session.closedAt === null) {
    await insertAudit(tx, communityId, {
      ...{ actorId, action: 'confirmSession', sessionId, subjectId: null, why: null, now },
    })
  }
  const roster = await readRoster(tx, cadre, sessionId, { revealed: false, now })
  return { present: present.length, absent: absent.length, undecided, ...settled, roster }
}

function idsOf(rows: PresenceRow[]): string[] {
  return rows.map((row) => row.attendeeId)
}
