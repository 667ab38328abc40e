import { create } from 'zustand'
import type { WhoAmI } from '@/contract/who-am-i'
import { recall, remember } from '@/platform/storage'
import { ask } from './ask'
import { load, LOADING, type Loadable } from './loadable'

const COMMUNITY = 'community'

export type Membership = WhoAmI['memberships'][number]

interface MembershipStore {
  memberships: Loadable<WhoAmI>
  /** whose pages are shown; null: none chosen yet, or not known yet */
  communityId: string | null
  /** asks who this is, and settles on a community */
  settle(): Promise<string | null>
  choose(communityId: string): void
}

export const useMembership = create<MembershipStore>((set, get) => ({
  memberships: LOADING,
  communityId: recall<string>(COMMUNITY),

  async settle() {
    const memberships = await load('whoAmI', {}, { keep: true })
    set({ memberships })
    const { communityId } = get()
    if (communityId !== null || memberships.phase !== 'ready') return communityId
    const first = memberships.value.memberships[0]?.communityId ?? (await onlyCommunity())
    if (first) get().choose(first)
    return first
  },

  choose(communityId) {
    remember(COMMUNITY, communityId)
    set({ communityId })
  },
}))

// Where there is but one community a newcomer need not choose.
async function onlyCommunity(): Promise<string | null> {
  const result = await ask('listCommunities', {})
  if (!result.ok || result.data.communities.length !== 1) return null
  return result.data.communities[0]?.id ?? null
}

/** The community to ask about: the chosen one, else the one this person settles on. */
export function currentCommunity(): Promise<string | null> {
  const { communityId, settle } = useMembership.getState()
  return communityId === null ? settle() : Promise.resolve(communityId)
}

/** Membership of the community that is shown; null for a visitor. */
export function useMember(): Membership | null {
  return useMembership(({ memberships, communityId }) =>
    memberships.phase === 'ready'
      ? (memberships.value.memberships.find((it) => it.communityId === communityId) ?? null)
      : null,
  )
}
