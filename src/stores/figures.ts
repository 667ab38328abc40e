import type { FiguresOfYear } from '@/contract/get-figures'
import { yearOf } from '@/domain/time'
import { ask } from './ask'
import { serverNow } from './clock'
import { takeAway, type FileOutcome } from './file'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

interface FiguresStore {
  /** null: not chosen, and it is this one */
  year: number | null
  figures: Loadable<FiguresOfYear>
  taking: boolean
  taken: FileOutcome | null
  showYear(year: number): Promise<void>
  take(): Promise<void>
  refresh(): Promise<void>
}

export const useFigures = createPerCommunity<FiguresStore>((set, get) => ({
  year: null,
  figures: LOADING,
  taking: false,
  taken: null,

  async showYear(year) {
    set({ year, figures: LOADING, taken: null })
    await get().refresh()
  },

  async refresh() {
    set({ figures: whileLoading(get().figures) })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const error = useMembership.getState().error ?? { code: 'forbidden' as const, message: 'no community' }
      return set({ figures: { phase: 'failed', error } })
    }
    const year = get().year ?? yearOf(serverNow())
    const figures = await load('getFigures', { communityId, year }, { keep: true })
    if ((get().year ?? year) === year) set({ figures })
  },

  async take() {
    const communityId = await currentCommunity()
    if (communityId === null || get().taking) return
    set({ taking: true, taken: null })
    const year = get().year ?? yearOf(serverNow())
    set({ taken: await takeAway(ask('exportFigures', { communityId, year, format: 'xlsx' })), taking: false })
  },
}))
