import type { Movement } from '@/domain/account'
import { mergeAccounts, MOST_GUARDIANS } from '@/domain/household-merge'
import { checkJoin, invitationState, whyNotAccept } from '@/domain/invitation'
import { pointsUsableFrom } from '@/domain/points'
import type { Instant } from '@/domain/time'
import { lockSlots } from '../allotment/give-up'
import { Overtaken, type Transaction } from '../db/database'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { unconfirmResident } from '../repositories/family'
import { moveHousehold } from '../repositories/household-merge'
import {
  endInvitation,
  findInvitation,
  haveSameDoor,
  readJoinFacts,
  withdrawAllOf,
} from '../repositories/invitation'
import { insertNotices } from '../repositories/notice'
import { insertPostings, lockAccount } from '../repositories/points'
import { findResident } from '../repositories/resident'
import { listSlotsOf } from '../repositories/to-come'

export const confirmJoining: MemberHandler<'confirmJoining'> = async (
  { tx, resident: guardian, now },
  { invitationId, residentId },
) => {
  const { communityId, householdId: home } = guardian
  const first = await findInvitation(tx, communityId, invitationId)
  const joiner = await findResident(tx, communityId, residentId)
  if (first?.householdId !== home || first.acceptedBy !== joiner?.id || !joiner) {
    throw notFound('person who accepted an invitation of your household')
  }
  if (!guardian.guardian) throw new RequestFailure('forbidden', 'only a guardian confirms who joins')
  const own = joiner.householdId
  // Places go along, so nobody may book, cancel or close books under them: slots first, then households.
  const slots = own === home ? [] : await listSlotsOf(tx, communityId, [own])
  await lockSlots(tx, communityId, slots, [home, own])
  const invitation = await findInvitation(tx, communityId, invitationId, { lock: true })
  const still = await findResident(tx, communityId, residentId)
  if (!invitation || still?.householdId !== own) throw new Overtaken()
  const state = invitationState(invitation, joiner, now)
  const refusal = whyNotAccept(state)
  if (refusal) return new Refused(refusal)
  const facts = await readJoinFacts(tx, communityId, { home, own })
  const obstacle = checkJoin({ ...facts, role: invitation.role })
  if (obstacle) return new Refused(obstacle)
  const sameDoor = await haveSameDoor(tx, communityId, home, own)
  const points = await bringPoints(tx, communityId, { home, own, now })
  await withdrawAllOf(tx, communityId, residentId, { accepted: false, now })
  const { head } = await lockAccount(tx, communityId, home, now)
  const guardians = invitation.role === 'guardian' ? MOST_GUARDIANS : 0
  const usableFrom = pointsUsableFrom({ seq: head.seq - (points > 0 ? 1 : 0) }, now)
  const moving = { keep: home, drop: own, guardians, pointsUsableFrom: usableFrom }
  const { children } = await moveHousehold(tx, communityId, moving)
  // A cadre has confirmed another door, or none.
  if (!sameDoor) await unconfirmResident(tx, communityId, residentId)
  await endInvitation(tx, communityId, invitationId, 'joined', now)
  const notice = { residentId, kind: 'household_joined' as const, sessionId: null, points: null, until: null }
  await insertNotices(tx, communityId, [{ ...notice, now }])
  return { children, points }
}

/** By one movement on each side, each part with the expiry it has. */
async function bringPoints(
  tx: Transaction,
  communityId: string,
  { home, own, now }: { home: string; own: string; now: Instant },
): Promise<number> {
  const kept = await lockAccount(tx, communityId, home, now)
  const dropped = await lockAccount(tx, communityId, own, now)
  const movement = (accountId: string): Movement => ({
    ...{ communityId, id: newRowId(), accountId, kind: 'merge', sessionId: null, bookingId: null },
    ...{ attendeeId: null, reverses: null, createdAt: now },
  })
  const movements = { from: movement(own), to: movement(home) }
  await insertPostings(tx, communityId, mergeAccounts(kept, dropped, movements, now))
  return dropped.lots.reduce((sum, lot) => sum + lot.left, 0)
}
