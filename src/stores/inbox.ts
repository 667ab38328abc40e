import type { Notice } from '@/contract/list-notices'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

interface InboxStore {
  inbox: Loadable<{ notices: Notice[]; nextCursor: string | null }>
  refresh(): Promise<void>
  more(): Promise<void>
  nextPage: NextPage
}

export const useInbox = createPerCommunity<InboxStore>((set, get) => ({
  inbox: LOADING,
  ...NEXT_PAGE,

  async refresh() {
    set({ inbox: whileLoading(get().inbox) })
    const communityId = await currentCommunity()
    if (communityId === null) return set({ inbox: withoutCommunity({ notices: [], nextCursor: null }) })
    const inbox = await load('listNotices', { communityId })
    const stranger = inbox.phase === 'failed' && inbox.error.code === 'forbidden'
    set({ inbox: stranger ? ready({ notices: [], nextCursor: null }) : inbox })
  },

  async more() {
    const shown = valueOf(get().inbox)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const asked = { communityId, cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listNotices', asked, () => valueOf(get().inbox) === shown)
    if (page) set({ inbox: ready({ ...page, notices: [...shown.notices, ...page.notices] }) })
  },
}))
