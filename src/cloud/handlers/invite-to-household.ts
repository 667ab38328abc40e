import { checkInvite, INVITATION_LASTS } from '@/domain/invitation'
import { RequestFailure, Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { lockStanding } from '../repositories/household'
import { insertInvitation, listInvitationsOut, readJoinFacts } from '../repositories/invitation'

export const inviteToHousehold: MemberHandler<'inviteToHousehold'> = async (
  { tx, resident, now },
  { role },
) => {
  const { communityId, householdId, id: invitedBy, guardian } = resident
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian asks somebody into the household')
  await lockStanding(tx, communityId, [householdId])
  const facts = await readJoinFacts(tx, communityId, { home: householdId, own: null })
  const out = await listInvitationsOut(tx, communityId, householdId, now)
  const refusal = checkInvite(facts.home, out.length, role)
  if (refusal) return new Refused(refusal)
  const [id, expiresAt] = [newRowId(), now + INVITATION_LASTS]
  await insertInvitation(tx, communityId, { id, householdId, invitedBy, role, now, expiresAt })
  return { invitationId: id, expiresAt }
}
