import type { Answer } from '@/contract/actions'
import type { HonourOrder, TeamHonourOrder } from '@/domain/honours'
import type { Period } from '@/domain/period'
import { SHANGHAI, yearOf, type Instant } from '@/domain/time'
import { ask } from './ask'
import { serverNow } from './clock'
import { takeAway, type FileOutcome } from './file'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

export type Honours = Answer<'listHonours'>
export type TeamHonours = Answer<'listTeamHonours'>

interface HonoursStore {
  period: Period
  order: HonourOrder
  teamOrder: TeamHonourOrder
  /** whose list is shown */
  of: 'people' | 'teams'
  honours: Loadable<Honours>
  teams: Loadable<TeamHonours>
  taking: boolean
  taken: FileOutcome | null
  /** on opening: the year that runs */
  open(): Promise<void>
  choose(part: Partial<Pick<HonoursStore, 'period' | 'order' | 'teamOrder' | 'of'>>): Promise<void>
  refresh(): Promise<void>
  take(): Promise<void>
}

export const useHonours = createPerCommunity<HonoursStore>((set, get) => ({
  period: { year: yearOf(serverNow()), month: null },
  order: 'hours',
  teamOrder: 'hours',
  of: 'people',
  honours: LOADING,
  teams: LOADING,
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
    set({ ...part, honours: LOADING, teams: LOADING, taken: null })
    await get().refresh()
  },

  async refresh() {
    const { period, order, teamOrder, of } = get()
    set({ honours: whileLoading(get().honours), teams: whileLoading(get().teams), taken: null })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const { error } = useMembership.getState()
      const failed: Failed = error ? { phase: 'failed', error } : STRANGER
      return set({ honours: failed, teams: failed })
    }
    const same = () => get().period === period && get().of === of
    if (of === 'teams') {
      const teams = await load(
        'listTeamHonours',
        { communityId, ...period, order: teamOrder },
        { keep: true },
      )
      if (same() && get().teamOrder === teamOrder) set({ teams })
      return
    }
    const honours = await load('listHonours', { communityId, ...period, order }, { keep: true })
    if (same() && get().order === order) set({ honours })
  },

  async take() {
    const communityId = await currentCommunity()
    if (communityId === null || get().taking) return
    set({ taking: true, taken: null })
    const asked = ask('exportHonours', { communityId, ...get().period, format: 'xlsx' })
    set({ taken: await takeAway(asked), taking: false })
  },
}))

type Failed = Extract<Loadable<never>, { phase: 'failed' }>
const STRANGER: Failed = { phase: 'failed', error: { code: 'forbidden', message: 'no community' } }

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
