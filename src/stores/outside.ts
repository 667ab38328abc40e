import type { Answer } from '@/contract/actions'
import { load, LOADING, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

/** Which session, as which share. */
interface Way {
  communityId: string
  sessionId: string
  shareId: string
}

interface OutsideStore {
  /** the mini-code of the poster that is shown */
  code: Loadable<Answer<'getMiniCode'>>
  /** by share: a link that opens in WeChat from anywhere; null: there is none to be had */
  links: Record<string, string | null>
  readCode(way: Way): Promise<void>
  readLink(way: Way): Promise<void>
}

let latest = ''

/** The ways to a session from outside a chat. */
export const useOutside = createPerCommunity<OutsideStore>((set, get) => ({
  code: LOADING,
  links: {},

  async readCode(way) {
    latest = way.shareId
    set({ code: LOADING })
    const code = await load('getMiniCode', way)
    if (latest === way.shareId) set({ code })
  },

  async readLink(way) {
    if (way.shareId in get().links) return
    const link = await load('getUrlLink', way)
    const urlLink = link.phase === 'ready' ? link.value.urlLink : null
    set({ links: { ...get().links, [way.shareId]: urlLink } })
  },
}))
