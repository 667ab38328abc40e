import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { StatementLine } from '@/contract/get-statement'
import { ask, carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { createPerCommunity } from './per-community'

type Statement = Answer<'getStatement'>

interface PointsStore {
  statement: Loadable<Statement>
  loadingMore: boolean
  refresh(): Promise<void>
  more(): Promise<void>
  /** what was said at an entry, as it stands now */
  say(seq: number, dispute: StatementLine['dispute']): void
  /** @returns why the choice is not kept; null: it is */
  chooseHoursOnly(hoursOnly: boolean): Promise<CallError | null>
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
    // Refreshed meanwhile: that page belongs to a list that is gone.
    if (!result.ok || valueOf(get().statement)?.nextCursor !== shown.nextCursor) return
    const entries = [...shown.entries, ...result.data.entries]
    set({ statement: ready({ ...shown, entries, nextCursor: result.data.nextCursor }) })
  },

  say(seq, dispute) {
    const shown = valueOf(get().statement)
    if (!shown) return
    const open = dispute?.state === 'open'
    const entries = shown.entries.map((entry) =>
      entry.seq === seq ? { ...entry, dispute, disputes: { ...entry.disputes, open } } : entry,
    )
    set({ statement: ready({ ...shown, entries }) })
  },

  async chooseHoursOnly(hoursOnly) {
    const communityId = await currentCommunity()
    if (communityId === null) return null
    const result = await carryOut('setHoursOnly', { communityId, hoursOnly })
    const shown = valueOf(get().statement)
    if (result.ok && shown) set({ statement: ready({ ...shown, hoursOnly: result.data.hoursOnly }) })
    return result.ok ? null : result.error
  },
}))

const NOTHING: Statement = {
  balance: 0,
  canPay: 0,
  owed: 0,
  hoursOnly: false,
  expiring: [],
  minutesThisYear: 0,
  entries: [],
  nextCursor: null,
}
