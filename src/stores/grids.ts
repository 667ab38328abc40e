import { load, valueOf } from './loadable'
import { currentCommunity } from './membership'
import { createPerCommunity } from './per-community'

interface GridsStore {
  /** parts of the community; empty: not known yet, or there are none */
  grids: { id: string; name: string }[]
  refresh(): Promise<void>
}

export const useGrids = createPerCommunity<GridsStore>((set, get) => ({
  grids: [],

  async refresh() {
    const communityId = await currentCommunity()
    if (communityId === null || get().grids.length > 0) return
    const grids = await load('listGrids', { communityId }, { keep: true })
    set({ grids: valueOf(grids)?.grids ?? [] })
  },
}))
