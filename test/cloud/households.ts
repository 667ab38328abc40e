import { done, type TestDeployment } from './deployment'

/** `guest` comes into the household of `guardian` the way people do: invited, accepting, confirmed. */
export async function joinBy(
  linli: TestDeployment,
  communityId: string,
  { guardian, guest, role }: { guardian: string; guest: string; role: 'guardian' | 'family' },
): Promise<void> {
  const { invitationId } = await done(linli, guardian, 'inviteToHousehold', { communityId, role })
  await done(linli, guest, 'acceptInvitation', { communityId, invitationId })
  const { residentId } = await done(linli, guest, 'getHousehold', { communityId })
  await done(linli, guardian, 'confirmJoining', { communityId, invitationId, residentId })
}
