import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import { yearOf } from '@/domain/time'
import { ask, carryOut } from './ask'
import { serverNow } from './clock'
import { takeAway, type FileOutcome } from './file'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export type Summary = Answer<'getServiceSummary'>
export type Records = Answer<'listServiceRecords'>
export type FileFormat = 'xlsx' | 'csv'

interface RecordStore {
  /** null: this one, whichever the server says it is */
  year: number | null
  summary: Loadable<Summary>
  records: Loadable<Records>
  nextPage: NextPage
  /** the format of the file that is under way */
  taking: FileFormat | null
  taken: FileOutcome | null
  saving: boolean
  error: CallError | null
  show(year: number): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
  /** the whole year, page by page, for what cannot scroll */
  all(): Promise<Records['records']>
  take(format: FileFormat): Promise<void>
  /** @returns true when done */
  set(details: { volunteerNumber?: string | null; namedInHonours?: boolean }): Promise<boolean>
}

export const useRecord = createPerCommunity<RecordStore>((set, get) => ({
  year: null,
  summary: LOADING,
  records: LOADING,
  ...NEXT_PAGE,
  taking: null,
  taken: null,
  saving: false,
  error: null,

  async show(year) {
    if (get().year === year) return
    set({ year, summary: LOADING, records: LOADING, taken: null })
    await get().refresh()
  },

  async refresh() {
    const { year } = get()
    set({ summary: whileLoading(get().summary), records: whileLoading(get().records), taken: null })
    const communityId = await currentCommunity()
    if (communityId === null) {
      return set({ summary: withoutCommunity(nothing()), records: withoutCommunity(NO_RECORDS) })
    }
    const asked = { communityId, year: year ?? yearOf(serverNow()) }
    const [summary, records] = await Promise.all([
      load('getServiceSummary', asked, { keep: true }),
      load('listServiceRecords', asked, { keep: true }),
    ])
    if (get().year !== year) return
    // A stranger to the community has no record yet, which is no failure.
    const stranger = summary.phase === 'failed' && summary.error.code === 'forbidden'
    set(stranger ? { summary: ready(nothing()), records: ready(NO_RECORDS) } : { summary, records })
  },

  async more() {
    const { year } = get()
    const shown = valueOf(get().records)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const asked = { communityId, year: year ?? yearOf(serverNow()), cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listServiceRecords', asked, () => get().year === year)
    if (page) set({ records: ready({ ...page, records: [...shown.records, ...page.records] }) })
  },

  async all() {
    for (let before = -1; ;) {
      const shown = valueOf(get().records)
      if (!shown?.nextCursor || shown.records.length === before) return shown?.records ?? []
      before = shown.records.length
      await get().more()
    }
  },

  async take(format) {
    const communityId = await currentCommunity()
    if (communityId === null || get().taking) return
    const year = get().year ?? yearOf(serverNow())
    set({ taking: format, taken: null })
    set({ taken: await takeAway(ask('exportServiceRecords', { communityId, year, format })), taking: null })
  },

  async set(details) {
    const communityId = await currentCommunity()
    if (communityId === null || get().saving) return false
    set({ saving: true, error: null })
    const result = await carryOut('setRecordDetails', { communityId, ...details })
    set({ saving: false, error: result.ok ? null : result.error })
    const shown = valueOf(get().summary)
    if (result.ok && shown) set({ summary: ready({ ...shown, ...result.data }) })
    return result.ok
  },
}))

const NO_RECORDS: Records = { totalMinutes: 0, records: [], nextCursor: null }

function nothing(): Summary {
  const year = yearOf(serverNow())
  return {
    ...{ year, years: [year], minutes: 0, times: 0, totalMinutes: 0 },
    milestones: { reached: [], next: null },
    ...{ kinds: [], activities: [], activityCount: 0, volunteerNumber: null, namedInHonours: false },
  }
}
