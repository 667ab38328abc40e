import { isCalledAgain, whyNoWave } from '@/domain/second-wave'
import { notFound, Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { insertAudit } from '../repositories/audit'
import { insertNotices } from '../repositories/notice'
import { insertWave, listWaveFacts, lockForWave } from '../repositories/second-wave'
import { findSession, findSlots } from '../repositories/slot'
import { readFilling } from '../views/filling'

export const sendSecondWave: MemberHandler<'sendSecondWave'> = async (context, { slotId }) => {
  const { tx, resident: cadre, now } = context
  const { communityId, id: sentBy } = cadre
  const sessionId = (await findSlots(tx, communityId, [slotId])).get(slotId)?.sessionId
  const session = sessionId && (await findSession(tx, communityId, sessionId))
  if (!session) throw notFound('slot')
  await lockForWave(tx, communityId, session.callId)
  const { slots } = await readFilling(tx, communityId, session, now)
  const filling = slots.find(({ slot }) => slot.id === slotId)
  if (!filling) throw notFound('slot')
  const { terms } = filling.slot
  const lastAt = filling.lastWave?.sentAt ?? null
  const reason = whyNoWave({ terms, fill: filling.fill, lastAt }, session, now)
  if (reason) return new Refused(reason)

  const asked = { session, askedBy: sentBy, now }
  const facts = await listWaveFacts(tx, communityId, asked)
  const called = facts.filter((it) => isCalledAgain(it, filling.slot, session, now))
  const told = called.length
  if (told === 0) return new Refused({ reason: 'wave_reaches_nobody' })
  const notice = { kind: 'still_open', sessionId: session.id, points: null, until: null, now } as const
  const notices = called.map(({ id }) => ({ ...notice, residentId: id }))
  await insertNotices(tx, communityId, notices)
  await insertAudit(tx, communityId, {
    ...{ actorId: sentBy, action: 'sendSecondWave', sessionId: session.id, subjectId: slotId },
    ...{ why: String(told), now },
  })
  await insertWave(tx, communityId, { id: newRowId(), slotId, sentBy, told, sentAt: now })
  return { told }
}
