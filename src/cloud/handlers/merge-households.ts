import type { Movement } from '@/domain/account'
import { REOPEN_WITHIN } from '@/domain/closing'
import { checkMerge, mergeAccounts, MOST_GUARDIANS } from '@/domain/household-merge'
import { pointsUsableFrom } from '@/domain/points'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { insertAudit } from '../repositories/audit'
import { lockHouseholds } from '../repositories/household'
import { moveHousehold, readMergeFacts } from '../repositories/household-merge'
import { insertPostings, lockAccount } from '../repositories/points'

export const mergeHouseholds: MemberHandler<'mergeHouseholds'> = async (
  { tx, resident: admin, now },
  { keep, drop },
) => {
  const { communityId, id: actorId } = admin
  if (keep === drop) throw new RequestFailure('bad_input', 'drop: is the household that is kept')
  await lockHouseholds(tx, communityId, [keep, drop])
  const facts = await readMergeFacts(tx, communityId, { keep, drop, reopenableFrom: now - REOPEN_WITHIN })
  if (!facts) throw notFound('household')
  const refusal = checkMerge(facts)
  if (refusal) return new Refused(refusal)
  const kept = await lockAccount(tx, communityId, keep, now)
  const dropped = await lockAccount(tx, communityId, drop, now)
  const movement = (accountId: string): Movement => ({
    ...{ communityId, id: newRowId(), accountId, kind: 'merge', sessionId: null, bookingId: null },
    ...{ attendeeId: null, reverses: null, createdAt: now },
  })
  const postings = mergeAccounts(kept, dropped, { from: movement(drop), to: movement(keep) }, now)
  await insertPostings(tx, communityId, postings)
  const moved = await moveHousehold(tx, communityId, {
    ...{ keep, drop, guardians: MOST_GUARDIANS },
    pointsUsableFrom: pointsUsableFrom(kept.head, now),
  })
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'mergeHouseholds', sessionId: null, subjectId: keep, why: drop, now },
  })
  const points = dropped.lots.reduce((sum, lot) => sum + lot.left, 0)
  return { ...moved, points }
}
