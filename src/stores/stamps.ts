import type { Answer } from '@/contract/actions'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { createPerCommunity } from './per-community'

type Stamps = Answer<'listStamps'>

interface StampsStore {
  stamps: Loadable<Stamps>
  refresh(): Promise<void>
}

export const useStamps = createPerCommunity<StampsStore>((set, get) => ({
  stamps: LOADING,

  async refresh() {
    set({ stamps: whileLoading(get().stamps) })
    const communityId = await currentCommunity()
    if (communityId === null) return set({ stamps: withoutCommunity<Stamps>({ children: [] }) })
    set({ stamps: await load('listStamps', { communityId }, { keep: true }) })
  },
}))
