import type { FeedItem } from '@/contract/feed-item'
import type { Payload } from '@/contract/actions'
import type { ActivityKind } from '@/domain/activity'
import type { AgeBand } from '@/domain/age-band'
import type { Skill } from '@/domain/skill'
import { DAY, dayStart, type Instant, type PartOfDay } from '@/domain/time'
import { serverNow } from './clock'
import { weekendFrom } from './feed'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export const DAYS = ['today', 'tomorrow', 'weekend', 'week'] as const
export type Days = (typeof DAYS)[number]

/** What somebody looks for; null: it does not matter. */
export interface Wish {
  words: string
  kind: ActivityKind | null
  days: Days | null
  partOfDay: PartOfDay | null
  ageBand: AgeBand | null
  skill: Skill | null
  gridId: string | null
}

export const ANYTHING: Wish = {
  ...{ words: '', kind: null, days: null, partOfDay: null, ageBand: null, skill: null, gridId: null },
}

interface Found {
  sessions: FeedItem[]
  nextCursor: string | null
}

interface FindStore {
  wish: Wish
  found: Loadable<Found>
  nextPage: NextPage
  want(change: Partial<Wish>): void
  refresh(): Promise<void>
  more(): Promise<void>
}

const NOTHING: Found = { sessions: [], nextCursor: null }
/** Typing is one question, not one for each character. */
const PAUSE = 350

let typing: ReturnType<typeof setTimeout> | undefined

export const useFind = createPerCommunity<FindStore>((set, get) => ({
  wish: ANYTHING,
  found: LOADING,
  ...NEXT_PAGE,

  want(change) {
    set({ wish: { ...get().wish, ...change } })
    clearTimeout(typing)
    typing = setTimeout(() => void get().refresh(), 'words' in change ? PAUSE : 0)
  },

  async refresh() {
    const { wish } = get()
    set({ found: whileLoading(get().found) })
    const communityId = await currentCommunity()
    if (communityId === null) return set({ found: withoutCommunity(NOTHING) })
    const found = await load('listSessions', { communityId, ...queryOf(wish, serverNow()) })
    // Wishing for something else meanwhile asks anew.
    if (get().wish === wish) set({ found })
  },

  async more() {
    const { wish } = get()
    const shown = valueOf(get().found)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const query = { communityId, ...queryOf(wish, serverNow()), cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listSessions', query, () => valueOf(get().found) === shown)
    if (page) set({ found: ready({ ...page, sessions: [...shown.sessions, ...page.sessions] }) })
  },
}))

/** How much is asked for beside the words. */
export function wishes({ words: _, ...rest }: Wish): number {
  return Object.values(rest).filter((it) => it !== null).length
}

/** What the server is asked for; what does not matter is left out. */
export function queryOf(wish: Wish, now: Instant): Omit<Payload<'listSessions'>, 'communityId'> {
  const { kind, days, partOfDay, ageBand, skill, gridId } = wish
  const words = wish.words.trim()
  const span = days && spanOf(days, now)
  return {
    ...(words && { words }),
    ...(kind && { activityKind: kind }),
    ...(span && { from: span.from, until: span.until }),
    ...(partOfDay && { partOfDay }),
    ...(ageBand && { ageBand }),
    ...(skill && { skill }),
    ...(gridId && { gridId }),
  }
}

/** Whole days of Shanghai. */
export function spanOf(days: Days, now: Instant): { from: Instant; until: Instant } {
  const today = dayStart(now)
  switch (days) {
    case 'today':
      return { from: today, until: today + DAY }
    case 'tomorrow':
      return { from: today + DAY, until: today + 2 * DAY }
    case 'weekend': {
      const { saturday, monday } = weekendFrom(now)
      return { from: saturday, until: monday }
    }
    case 'week':
      return { from: today, until: today + 7 * DAY }
  }
}
