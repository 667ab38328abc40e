import type { FeedItem } from '@/contract/feed-item'
import type { Home } from '@/contract/get-home'
import type { FeedChoice } from './feed'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

interface HomeStore {
  home: Loadable<Home>
  /** no community to show: one has to be chosen */
  homeless: boolean
  choice: FeedChoice
  nextPage: NextPage
  refresh(): Promise<void>
  more(): Promise<void>
  choose(choice: Partial<FeedChoice>): void
}

export const useHome = createPerCommunity<HomeStore>((set, get) => ({
  home: LOADING,
  homeless: false,
  choice: { filter: 'all', day: null },
  ...NEXT_PAGE,

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
    if (!home?.nextCursor) return
    const asked = { communityId: home.community.id, cursor: home.nextCursor }
    const page = await turnPage({ get, set }, 'listSessions', asked, () => valueOf(get().home) === home)
    if (!page) return
    const known = new Set(home.sessions.map((it) => it.id))
    const sessions: FeedItem[] = [...home.sessions, ...page.sessions.filter((it) => !known.has(it.id))]
    set({ home: ready({ ...home, sessions, nextCursor: page.nextCursor }) })
  },

  choose(choice) {
    set({ choice: { ...get().choice, ...choice } })
  },
}))
