import type { Answer } from '@/contract/actions'
import type { AuditKind } from '@/domain/audit'
import type { Instant } from '@/domain/time'
import { ask } from './ask'
import { takeAway, type FileOutcome } from './file'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export type AuditLog = Answer<'listAudit'>

/** What the log is looked through for; null: for all. */
export interface AuditFilter {
  kind: AuditKind | null
  person: { id: string; name: string } | null
  /** any moment of the day */
  day: Instant | null
}

interface AuditStore {
  filter: AuditFilter
  log: Loadable<AuditLog>
  nextPage: NextPage
  taking: boolean
  taken: FileOutcome | null
  /** what is looked through, as a file */
  take(): Promise<void>
  choose(filter: Partial<AuditFilter>): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
}

export const useAudit = createPerCommunity<AuditStore>((set, get) => ({
  filter: { kind: null, person: null, day: null },
  log: LOADING,
  ...NEXT_PAGE,
  taking: false,
  taken: null,

  async choose(change) {
    set({ filter: { ...get().filter, ...change }, log: LOADING, taken: null })
    await get().refresh()
  },

  async refresh() {
    const { filter } = get()
    set({ log: whileLoading(get().log) })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const error = useMembership.getState().error ?? { code: 'forbidden' as const, message: 'no community' }
      return set({ log: { phase: 'failed', error } })
    }
    const log = await load('listAudit', { communityId, ...asked(filter) })
    if (get().filter === filter) set({ log })
  },

  async take() {
    const communityId = await currentCommunity()
    if (communityId === null || get().taking) return
    set({ taking: true, taken: null })
    const link = ask('exportAudit', { communityId, ...asked(get().filter), format: 'xlsx' })
    set({ taken: await takeAway(link), taking: false })
  },

  async more() {
    const { filter } = get()
    const shown = valueOf(get().log)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const query = { communityId, ...asked(filter), cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listAudit', query, () => get().filter === filter)
    if (page) set({ log: ready({ ...page, entries: [...shown.entries, ...page.entries] }) })
  },
}))

function asked({ kind, person, day }: AuditFilter) {
  return { kind, personId: person?.id ?? null, day }
}

export function isFiltered({ kind, person, day }: AuditFilter): boolean {
  return kind !== null || person !== null || day !== null
}
