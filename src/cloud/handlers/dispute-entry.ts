import { whyNotDispute } from '@/domain/dispute'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { findEntryInQuestion, insertDispute } from '../repositories/dispute'
import { lockHouseholds } from '../repositories/household'

export const disputeEntry: MemberHandler<'disputeEntry'> = async ({ tx, resident, now }, payload) => {
  const { communityId, householdId: accountId, id: raisedBy } = resident
  const { seq, cause, note } = payload
  if (cause === 'other' && note === '')
    throw new RequestFailure('bad_input', 'note: another cause has to be said in words')
  await lockHouseholds(tx, communityId, [accountId])
  const entry = await findEntryInQuestion(tx, communityId, accountId, seq)
  if (!entry) throw notFound('entry in this statement')
  const reason = whyNotDispute(entry, now)
  if (reason) return new Refused(reason)
  const id = newRowId()
  const { movementId } = entry
  await insertDispute(tx, communityId, {
    ...{ id, accountId, seq, movementId, raisedBy, cause, note, createdAt: now },
  })
  const open = { state: 'open', endedAt: null, keepCause: null, answerNote: '' } as const
  return { dispute: { id, cause, note, createdAt: now, ...open } }
}
