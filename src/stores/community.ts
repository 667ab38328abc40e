import { create } from 'zustand'
import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import { carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'

type Communities = Answer<'listCommunities'>

interface CommunityStore {
  communities: Loadable<Communities>
  pending: boolean
  error: CallError | null
  refresh(): Promise<void>
  more(): Promise<void>
  nextPage: NextPage
  join(communityId: string, name: string): Promise<boolean>
  /** @returns the community's name when the code made this person its admin */
  redeem(code: string, name: string): Promise<string | null>
}

export const useCommunity = create<CommunityStore>((set, get) => ({
  communities: LOADING,
  pending: false,
  error: null,
  ...NEXT_PAGE,

  async refresh() {
    set({ communities: whileLoading(get().communities), error: null })
    const [communities] = await Promise.all([load('listCommunities', {}), useMembership.getState().settle()])
    set({ communities })
  },

  async more() {
    const shown = valueOf(get().communities)
    if (!shown?.next) return
    const stillShown = () => valueOf(get().communities) === shown
    const page = await turnPage({ get, set }, 'listCommunities', { cursor: shown.next }, stillShown)
    if (page)
      set({ communities: ready({ ...page, communities: [...shown.communities, ...page.communities] }) })
  },

  async join(communityId, name) {
    if (get().pending) return false
    set({ pending: true, error: null })
    const result = await carryOut('joinCommunity', { communityId, name })
    set({ pending: false, error: result.ok ? null : result.error })
    if (result.ok) await enter(communityId)
    return result.ok
  },

  async redeem(code, name) {
    if (get().pending) return null
    set({ pending: true, error: null })
    const result = await carryOut('redeemCommunityCode', { code, name })
    set({ pending: false, error: result.ok ? null : result.error })
    if (!result.ok) return null
    await enter(result.data.communityId)
    return result.data.communityName
  },
}))

async function enter(communityId: string): Promise<void> {
  useMembership.getState().choose(communityId)
  await useMembership.getState().settle()
}
