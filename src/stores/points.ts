import type { Answer } from '@/contract/actions'
import { ask } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { createPerCommunity } from './per-community'

type Statement = Answer<'getStatement'>

interface PointsStore {
  statement: Loadable<Statement>
  loadingMore: boolean
  refresh(): Promise<void>
  more(): Promise<void>
}

export const usePoints = createPerCommunity<PointsStore>((set, get) => ({
  statement: LOADING,
  loadingMore: false,

  async refresh() {
    set({ statement: whileLoading(get().statement) })
    const communityId = await currentCommunity()
    if (communityId === null) return set({ statement: withoutCommunity(NOTHING) })
    const statement = await load('getStatement', { communityId }, { keep: true })
    const stranger = statement.phase === 'failed' && statement.error.code === 'forbidden'
    set({ statement: stranger ? ready(NOTHING) : statement })
  },

  async more() {
    const shown = valueOf(get().statement)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null || get().loadingMore) return
    set({ loadingMore: true })
    const result = await ask('getStatement', { communityId, cursor: shown.nextCursor })
    set({ loadingMore: false })
    if (!result.ok) return
    const entries = [...shown.entries, ...result.data.entries]
    set({ statement: ready({ ...shown, entries, nextCursor: result.data.nextCursor }) })
  },
}))

const NOTHING: Statement = {
  balance: 0,
  canPay: 0,
  expiring: [],
  minutesThisYear: 0,
  entries: [],
  nextCursor: null,
}
