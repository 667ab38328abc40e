import type { Payload } from '@/contract/actions'
import { whyNotCorrect } from '@/domain/dispute'
import { correctDisputed } from '../correct-disputed'
import { notFound, Refused, RequestFailure, type MemberContext, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findDispute, saveAnswer, type DisputeAnswer, type DisputeRow } from '../repositories/dispute'
import { listDisputedMovements, type DisputedMovement } from '../repositories/disputed-movement'
import { lockHouseholds } from '../repositories/household'
import { findMovement } from '../repositories/moved'
import { insertNotices } from '../repositories/notice'
import { findSession } from '../repositories/slot'
import { correctableOf } from '../views/dispute-view'

type Answer = Payload<'answerDispute'>['answer']

export const answerDispute: MemberHandler<'answerDispute'> = async (context, { disputeId, answer }) => {
  const { tx, resident: cadre, now } = context
  const { communityId, id: actorId } = cadre
  if (answer.kind === 'keep' && answer.cause === 'other' && answer.note === '')
    throw new RequestFailure('bad_input', 'answer.note: another cause has to be said in words')
  const dispute = await lockDispute(context, disputeId)
  if (dispute instanceof Refused) return dispute
  const [moved] = await listDisputedMovements(tx, communityId, [dispute.movementId])
  if (!moved) throw notFound('dispute')
  const result = answer.kind === 'keep' ? kept(answer) : await correct(context, moved, answer)
  if (result instanceof Refused) return result

  const { change, why, ...saved } = result
  const { sessionId } = moved
  await saveAnswer(tx, communityId, disputeId, { ...saved, answeredBy: actorId, now })
  await insertNotices(tx, communityId, [
    { residentId: dispute.raisedBy, kind: 'dispute_answered', sessionId, points: change, until: null, now },
  ])
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'answerDispute', sessionId, subjectId: dispute.raisedBy, why, now },
  })
  return { state: saved.state }
}

/** In the order of all locks, as closing the session's books may correct the same: session, household, dispute. */
async function lockDispute(
  { tx, resident: cadre }: MemberContext,
  disputeId: string,
): Promise<DisputeRow | Refused> {
  const { communityId, householdId } = cadre
  const found = await findDispute(tx, communityId, disputeId)
  if (!found) throw notFound('dispute')
  if (found.accountId === householdId) return new Refused({ reason: 'own_household' })
  const moved = await findMovement(tx, communityId, found.movementId)
  if (moved && moved.sessionId !== null) await findSession(tx, communityId, moved.sessionId, 'update')
  await lockHouseholds(tx, communityId, [found.accountId])
  const dispute = await findDispute(tx, communityId, disputeId, 'update')
  if (!dispute) throw notFound('dispute')
  return dispute.state === 'open' ? dispute : new Refused({ reason: 'dispute_ended', state: dispute.state })
}

/** What is written of an answer; `change` in points, `why` for the audit log. */
type Written = Omit<DisputeAnswer, 'answeredBy' | 'now'> & { change: number | null; why: string }

function kept({ cause, note }: Extract<Answer, { kind: 'keep' }>): Written {
  const why = [cause, note].filter(Boolean).join(': ')
  return { state: 'kept', keepCause: cause, note, correctionId: null, change: null, why }
}

async function correct(
  { tx, resident: cadre, now }: MemberContext,
  moved: DisputedMovement,
  answer: Extract<Answer, { kind: 'correct' }>,
): Promise<Written | Refused> {
  const to = { points: answer.points, minutes: answer.minutes ?? null }
  const reason = whyNotCorrect(correctableOf(moved), to, cadre.role)
  if (reason) return new Refused(reason)
  const by = { communityId: cadre.communityId, correctedBy: cadre.id, now }
  const corrected = await correctDisputed(tx, moved, to, by)
  if (corrected instanceof Refused) return corrected
  const { movementId: correctionId, change } = corrected
  const why = `${moved.points} -> ${to.points} points`
  return { state: 'corrected', keepCause: null, note: '', correctionId, change, why }
}
