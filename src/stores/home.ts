import type { FeedItem } from '@/contract/feed-item'
import type { Home } from '@/contract/get-home'
import { ask } from './ask'
import type { FeedChoice } from './feed'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

interface HomeStore {
  home: Loadable<Home>
  /** no community to show: one has to be chosen */
  homeless: boolean
  choice: FeedChoice
  loadingMore: boolean
  refresh(): Promise<void>
  more(): Promise<void>
  choose(choice: Partial<FeedChoice>): void
}

export const useHome = createPerCommunity<HomeStore>((set, get) => ({
  home: LOADING,
  homeless: false,
  choice: { filter: 'all', day: null },
  loadingMore: false,

  async refresh() {
    set({ home: whileLoading(get().home) })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const { error } = useMembership.getState()
      return set(error ? { home: { phase: 'failed', error }, homeless: false } : { homeless: true })
    }
    const { memberships, settle } = useMembership.getState()
    if (memberships.phase === 'failed') void settle()
    const home = await load('getHome', { communityId }, { keep: true })
    set({ home, homeless: false })
  },

  async more() {
    const home = valueOf(get().home)
    if (!home?.nextCursor || get().loadingMore) return
    set({ loadingMore: true })
    const result = await ask('listSessions', { communityId: home.community.id, cursor: home.nextCursor })
    set({ loadingMore: false })
    // Refreshed meanwhile: that page belongs to a list that is gone.
    if (!result.ok || valueOf(get().home) !== home) return
    const known = new Set(home.sessions.map((it) => it.id))
    const sessions: FeedItem[] = [...home.sessions, ...result.data.sessions.filter((it) => !known.has(it.id))]
    set({ home: ready({ ...home, sessions, nextCursor: result.data.nextCursor }) })
  },

  choose(choice) {
    set({ choice: { ...get().choice, ...choice } })
  },
}))
