import { create } from 'zustand'
import type { CallError } from '@/api/call'
import type { WhoAmI } from '@/contract/who-am-i'
import { recall, remember } from '@/platform/storage'
import { ask } from './ask'
import { load, LOADING, ready, type Loadable } from './loadable'
import { emptyStores } from './per-community'

const COMMUNITY = 'community'

export type Membership = WhoAmI['memberships'][number]

interface MembershipStore {
  memberships: Loadable<WhoAmI>
  /** whose pages are shown; null: none chosen yet, or not known yet */
  communityId: string | null
  /** why it is not known which community to show; null: it is known, or there is none yet */
  error: CallError | null
  /** asks who this is, and settles on a community */
  settle(): Promise<string | null>
  choose(communityId: string): void
}

export const useMembership = create<MembershipStore>((set, get) => ({
  memberships: LOADING,
  communityId: recall<string>(COMMUNITY),
  error: null,

  async settle() {
    const memberships = await load('whoAmI', {}, { keep: true })
    set({ memberships, error: null })
    const { communityId } = get()
    if (communityId !== null) return communityId
    if (memberships.phase === 'failed') set({ error: memberships.error })
    if (memberships.phase !== 'ready') return null
    const mine = memberships.value.memberships[0]?.communityId
    const only = mine === undefined ? await onlyCommunity() : null
    if (only?.error) set({ error: only.error })
    const first = mine ?? only?.id ?? null
    if (first !== null) get().choose(first)
    return first
  },

  choose(communityId) {
    const before = get().communityId
    remember(COMMUNITY, communityId)
    set({ communityId, error: null })
    if (before !== null && before !== communityId) emptyStores()
  },
}))

// Where there is but one community a newcomer need not choose.
async function onlyCommunity(): Promise<{ id: string | null; error: CallError | null }> {
  const result = await ask('listCommunities', {})
  if (!result.ok) return { id: null, error: result.error }
  const [first, second] = result.data.communities
  return { id: first && !second ? first.id : null, error: null }
}

/** The community to ask about: the chosen one, else the one this person settles on. */
export function currentCommunity(): Promise<string | null> {
  const { communityId, settle } = useMembership.getState()
  return communityId === null ? settle() : Promise.resolve(communityId)
}

/** What a page shows while there is no community to ask about: `nothing`, unless that could not be found out. */
export function withoutCommunity<T>(nothing: T): Loadable<T> {
  const { error } = useMembership.getState()
  return error ? { phase: 'failed', error } : ready(nothing)
}

/** Membership of the community that is shown; null for a visitor. */
export function useMember(): Membership | null {
  return useMembership(({ memberships, communityId }) =>
    memberships.phase === 'ready'
      ? (memberships.value.memberships.find((it) => it.communityId === communityId) ?? null)
      : null,
  )
}
