import { checkJoin, INVITATION_LASTS, invitationState, whyNotAccept } from '@/domain/invitation'
import { notFound, Refused, type MemberHandler } from '../handler'
import { findInvitation, readJoinFacts, saveAccepted } from '../repositories/invitation'
import { listGuardians } from '../repositories/family'
import { insertNotices } from '../repositories/notice'

export const acceptInvitation: MemberHandler<'acceptInvitation'> = async (
  { tx, resident, now },
  { invitationId },
) => {
  const { communityId, householdId: own, id: by, name } = resident
  const invitation = await findInvitation(tx, communityId, invitationId, { lock: true })
  if (!invitation) throw notFound('invitation')
  const { householdId: home, role } = invitation
  const state = invitationState(invitation, resident, now)
  const refusal = whyNotAccept(state)
  if (refusal) return new Refused(refusal)
  if (state === 'waiting') return {}
  const facts = await readJoinFacts(tx, communityId, { home, own })
  const obstacle = checkJoin({ ...facts, role })
  if (obstacle) return new Refused(obstacle)
  if (name === null) return new Refused({ reason: 'name_missing' })
  await saveAccepted(tx, communityId, invitationId, { by, now, expiresAt: now + INVITATION_LASTS })
  const guardians = await listGuardians(tx, communityId, home)
  await insertNotices(
    tx,
    communityId,
    guardians.map((residentId) => ({
      ...{ residentId, kind: 'joining_waits' as const, sessionId: null, points: null, until: null, now },
    })),
  )
  return {}
}
