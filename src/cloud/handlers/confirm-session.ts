import { servedEnough, servedMinutes } from '@/domain/attendance'
import type { Movement } from '@/domain/account'
import { POINTS_LAST } from '@/domain/points'
import { notFound, Refused, type MemberContext, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { insertAudit } from '../repositories/audit'
import { lockHouseholds } from '../repositories/household'
import { insertNotices } from '../repositories/notice'
import { creditEarned } from '../repositories/points'
import { closeSession, listPresences, saveOutcomes, type PresenceRow } from '../repositories/presence'
import { findSession, listSlots, type SessionRow, type SlotRow } from '../repositories/slot'
import { insertServiceRecord } from '../repositories/statement'
import { readRoster } from '../views/roster-view'

export const confirmSession: MemberHandler<'confirmSession'> = async (context, payload) => {
  const { tx, resident: cadre, now } = context
  const { communityId, householdId, id: actorId } = cadre
  const { sessionId, headCount } = payload
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session) throw notFound('session')
  if (session.cancelledAt !== null) return new Refused({ reason: 'session_cancelled' })
  if (now < session.endsAt) return new Refused({ reason: 'session_not_over', endsAt: session.endsAt })
  const slots = await listSlots(tx, communityId, sessionId)
  const all = await listPresences(tx, communityId, sessionId)
  await lockHouseholds(
    tx,
    communityId,
    all.map((row) => row.householdId),
  )
  // Nobody confirms their own household; a colleague's confirmation closes the rest.
  const open = all.filter((row) => row.outcome === null && row.householdId !== householdId)
  const absent = open.filter((row) => payload.absent.includes(row.attendeeId))
  const present = open.filter((row) => row.checkedInAt !== null && !absent.includes(row))
  await saveOutcomes(tx, communityId, sessionId, idsOf(absent), { outcome: 'absent', now })
  await saveOutcomes(tx, communityId, sessionId, idsOf(present), { outcome: 'present', now })
  let points = 0
  for (const row of present) points += await reward(context, session, slots, row)
  const decided = all.filter((row) => row.outcome !== null).length + absent.length + present.length
  const undecided = all.length - decided
  await closeSession(tx, communityId, sessionId, { headCount, closedAt: undecided === 0 ? now : null })
  if (session.closedAt === null) {
    await insertAudit(tx, communityId, {
      actorId,
      action: 'confirmSession',
      sessionId,
      subjectId: null,
      why: null,
      now,
    })
  }
  const roster = await readRoster(tx, cadre, sessionId, { revealed: false, now })
  return { present: present.length, absent: absent.length, undecided, points, roster }
}

function idsOf(rows: PresenceRow[]): string[] {
  return rows.map((row) => row.attendeeId)
}

/** Hours to the person, points to the household: both for a post, and once. */
async function reward(
  { tx, resident: cadre, now }: MemberContext,
  session: SessionRow,
  slots: SlotRow[],
  row: PresenceRow,
): Promise<number> {
  const slot = slots.find((it) => it.id === row.slotId)
  const minutes = servedMinutes(session, row)
  if (!slot || slot.terms.kind !== 'post' || minutes === 0) return 0
  const { communityId } = cadre
  const points = servedEnough(session, minutes) ? slot.points : 0
  const movementId = points > 0 ? newRowId() : null
  if (movementId !== null) {
    const movement: Movement = {
      ...{ communityId, id: movementId, accountId: row.householdId, kind: 'service', sessionId: session.id },
      ...{ bookingId: row.bookingId, attendeeId: row.attendeeId, reverses: null, createdAt: now },
    }
    await creditEarned(tx, movement, { amount: points, expiresAt: now + POINTS_LAST })
  }
  await insertServiceRecord(tx, communityId, {
    id: newRowId(),
    residentId: row.attendeeId,
    sessionId: session.id,
    slotId: slot.id,
    minutes,
    movementId,
    points,
    confirmedBy: cadre.id,
    startsAt: session.startsAt,
    now,
  })
  if (points > 0) {
    const notice = {
      residentId: row.attendeeId,
      kind: 'points_credited',
      sessionId: session.id,
      points,
      until: null,
      now,
    } as const
    await insertNotices(tx, communityId, [notice])
  }
  return points
}
