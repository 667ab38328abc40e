import type { Answer } from '@/contract/actions'
import type { HonourOrder } from '@/domain/honours'
import type { Period } from '@/domain/period'
import { SHANGHAI, yearOf, type Instant } from '@/domain/time'
import { ask } from './ask'
import { serverNow } from './clock'
import { takeAway, type FileOutcome } from './file'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

export type Honours = Answer<'listHonours'>

interface HonoursStore {
  period: Period
  order: HonourOrder
  honours: Loadable<Honours>
  taking: boolean
  taken: FileOutcome | null
  /** on opening: the year that runs */
  open(): Promise<void>
  choose(part: { period?: Period; order?: HonourOrder }): Promise<void>
  refresh(): Promise<void>
  take(): Promise<void>
}

export const useHonours = createPerCommunity<HonoursStore>((set, get) => ({
  period: { year: yearOf(serverNow()), month: null },
  order: 'hours',
  honours: LOADING,
  taking: false,
  taken: null,

  async open() {
    // The server's year, where this phone's clock is another.
    const { period } = get()
    const now = periodOf(serverNow(), period.month !== null)
    if (period.year > now.year) set({ period: now })
    await get().refresh()
  },

  async choose(part) {
    set({ ...part, honours: LOADING, taken: null })
    await get().refresh()
  },

  async refresh() {
    const { period, order } = get()
    set({ honours: whileLoading(get().honours), taken: null })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const { error } = useMembership.getState()
      return set({ honours: error ? { phase: 'failed', error } : STRANGER })
    }
    const honours = await load('listHonours', { communityId, ...period, order }, { keep: true })
    if (get().period === period && get().order === order) set({ honours })
  },

  async take() {
    const communityId = await currentCommunity()
    if (communityId === null || get().taking) return
    set({ taking: true, taken: null })
    const asked = ask('exportHonours', { communityId, ...get().period, format: 'xlsx' })
    set({ taken: await takeAway(asked), taking: false })
  },
}))

const STRANGER: Loadable<Honours> = { phase: 'failed', error: { code: 'forbidden', message: 'no community' } }

/** The year or the month that runs. */
export function periodOf(now: Instant, monthly: boolean): Period {
  const month = new Date(now + SHANGHAI).getUTCMonth() + 1
  return { year: yearOf(now), month: monthly ? month : null }
}

const FIRST_YEAR = 2000

/** One earlier or later; null: there is none, as it has not begun. */
export function stepped({ year, month }: Period, by: 1 | -1, now: Instant): Period | null {
  const index = month === null ? 0 : year * 12 + month - 1 + by
  const next: Period =
    month === null
      ? { year: year + by, month: null }
      : { year: Math.floor(index / 12), month: (index % 12) + 1 }
  const last = periodOf(now, month !== null)
  const ahead = next.year > last.year || (next.year === last.year && (next.month ?? 0) > (last.month ?? 0))
  return ahead || next.year < FIRST_YEAR ? null : next
}
