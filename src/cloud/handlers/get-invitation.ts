import { checkJoin, invitationState } from '@/domain/invitation'
import { pointsUsableFrom, spendable } from '@/domain/points'
import { DAY } from '@/domain/time'
import { notFound, type VisitorHandler } from '../handler'
import { findCommunity } from '../repositories/community'
import { countEntries } from '../repositories/household'
import { findInvitation, readJoinFacts } from '../repositories/invitation'
import { listLots } from '../repositories/points'

export const getInvitation: VisitorHandler<'getInvitation'> = async (
  { tx, resident, now },
  { communityId, invitationId },
) => {
  const invitation = await findInvitation(tx, communityId, invitationId)
  if (!invitation) throw notFound('invitation')
  const { role, expiresAt, householdId: home } = invitation
  const state = invitationState(invitation, resident, now)
  const own = resident?.householdId ?? null
  const ours = { home, own }
  const facts = state === 'open' ? await readJoinFacts(tx, communityId, ours) : null
  const lots = own === null ? [] : await listLots(tx, communityId, [own], now)
  const usable = pointsUsableFrom({ seq: await countEntries(tx, communityId, home) }, now)
  // Who it was is said to those it is between, and to nobody who comes too late.
  const between = ['open', 'own', 'waiting', 'joined'].includes(state)
  return {
    ...{ state, role, expiresAt },
    communityName: (await findCommunity(tx, communityId))?.name ?? '',
    inviter: between ? invitation.inviter : '',
    name: resident?.name ?? '',
    own: facts && {
      children: facts.own.children,
      points: spendable(lots, now),
      waitDays: Math.ceil((usable - now) / DAY),
      obstacle: checkJoin({ ...facts, role }),
    },
  }
}
