import type { Answer } from '@/contract/actions'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

export type Keepsake = Answer<'getKeepsake'>

interface At {
  communityId: string
  sessionId: string
}

interface KeepsakeStore {
  at: At | null
  keepsake: Loadable<Keepsake>
  open(at: At): Promise<void>
  refresh(): Promise<void>
}

export const useKeepsake = createPerCommunity<KeepsakeStore>((set, get) => ({
  at: null,
  keepsake: LOADING,

  async open(at) {
    const same = get().at?.sessionId === at.sessionId && get().at?.communityId === at.communityId
    set({ at, keepsake: same ? whileLoading(get().keepsake) : LOADING })
    const keepsake = await load('getKeepsake', at, { keep: true })
    if (get().at === at) set({ keepsake })
  },

  async refresh() {
    const { at } = get()
    if (at) await get().open({ ...at })
  },
}))
