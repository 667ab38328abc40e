import { invitationState, whyNotAccept } from '@/domain/invitation'
import { notFound, Refused, RequestFailure, type MemberHandler } from '../handler'
import { endInvitation, findInvitation } from '../repositories/invitation'
import { insertNotices } from '../repositories/notice'

export const withdrawInvitation: MemberHandler<'withdrawInvitation'> = async (
  { tx, resident, now },
  { invitationId },
) => {
  const { communityId, householdId, id, guardian } = resident
  const invitation = await findInvitation(tx, communityId, invitationId, { lock: true })
  const { acceptedBy = null } = invitation ?? {}
  const accepter = acceptedBy === id
  const ours = invitation?.householdId === householdId
  if (!invitation || (!ours && !accepter)) throw notFound('invitation of your household')
  if (!accepter && !guardian) throw new RequestFailure('forbidden', 'only a guardian takes it back')
  const state = invitationState(invitation, resident, now)
  if (state !== 'open' && state !== 'own' && state !== 'waiting') {
    return new Refused(whyNotAccept(state) ?? { reason: 'invitation_used' })
  }
  // Taken back by who accepted it, it ends as well: the link was for one person.
  const endedBy = accepter || acceptedBy === null ? 'withdrawn' : 'declined'
  await endInvitation(tx, communityId, invitationId, endedBy, now)
  if (endedBy === 'declined' && acceptedBy !== null) {
    const notice = { residentId: acceptedBy, kind: 'joining_declined' as const, sessionId: null }
    await insertNotices(tx, communityId, [{ ...notice, points: null, until: null, now }])
  }
  return {}
}
