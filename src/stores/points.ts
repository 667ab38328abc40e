import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { StatementLine } from '@/contract/get-statement'
import { carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

type Statement = Answer<'getStatement'>

interface PointsStore {
  statement: Loadable<Statement>
  nextPage: NextPage
  refresh(): Promise<void>
  more(): Promise<void>
  /** what was said at an entry, as it stands now */
  say(seq: number, dispute: StatementLine['dispute']): void
  /** @returns why the choice is not kept; null: it is */
  chooseHoursOnly(hoursOnly: boolean): Promise<CallError | null>
}

export const usePoints = createPerCommunity<PointsStore>((set, get) => ({
  statement: LOADING,
  ...NEXT_PAGE,

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
    if (!shown?.nextCursor || communityId === null) return
    const asked = { communityId, cursor: shown.nextCursor }
    const stillShown = () => valueOf(get().statement)?.nextCursor === shown.nextCursor
    const page = await turnPage({ get, set }, 'getStatement', asked, stillShown)
    if (!page) return
    const entries = [...shown.entries, ...page.entries]
    set({ statement: ready({ ...shown, entries, nextCursor: page.nextCursor }) })
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
