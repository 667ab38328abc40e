import type { Notice } from '@/contract/list-notices'
import { ask } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { createPerCommunity } from './per-community'

interface InboxStore {
  inbox: Loadable<{ notices: Notice[]; nextCursor: string | null }>
  refresh(): Promise<void>
  more(): Promise<void>
}

export const useInbox = createPerCommunity<InboxStore>((set, get) => ({
  inbox: LOADING,

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
    const result = await ask('listNotices', { communityId, cursor: shown.nextCursor })
    // Refreshed meanwhile: that page belongs to a list that is gone.
    if (!result.ok || valueOf(get().inbox) !== shown) return
    set({ inbox: ready({ ...result.data, notices: [...shown.notices, ...result.data.notices] }) })
  },
}))
