import type { Answer } from '@/contract/actions'
import { DAY, dayStart, type Instant } from '@/domain/time'
import { serverNow } from './clock'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export type Calls = Answer<'listCalls'>
export type CallRow = Calls['sessions'][number]
export type WhichCalls = 'open' | 'closed'

interface DeskStore {
  communityId: string | null
  open: Loadable<Calls>
  closed: Loadable<Calls>
  which: WhichCalls
  /** residents who wait to be confirmed, as last heard; null: not heard yet */
  unconfirmed: number | null
  /** disputed entries that wait for an answer, as last heard */
  disputes: number | null
  nextPage: NextPage
  show(which: WhichCalls): void
  refresh(): Promise<void>
  more(): Promise<void>
}

export const useDesk = createPerCommunity<DeskStore>((set, get) => ({
  communityId: null,
  open: LOADING,
  closed: LOADING,
  which: 'open',
  unconfirmed: null,
  disputes: null,
  ...NEXT_PAGE,

  show(which) {
    set({ which })
    void get().refresh()
  },

  async refresh() {
    const { which } = get()
    set({ [which]: whileLoading(get()[which]) })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const { error } = useMembership.getState()
      return set({ [which]: error ? { phase: 'failed', error } : STRANGER })
    }
    const calls = await load('listCalls', { communityId, which }, { keep: true })
    const { unconfirmed, disputes } = valueOf(calls) ?? get()
    set({ communityId, [which]: calls, unconfirmed, disputes })
    if (which === 'open' && isPast(calls)) await get().more()
  },

  async more() {
    const { which } = get()
    const shown = valueOf(get()[which])
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const asked = { communityId, which, cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listCalls', asked, () => valueOf(get()[which]) === shown)
    if (!page) return
    const known = new Set(shown.sessions.map((it) => it.id))
    const sessions = [...shown.sessions, ...page.sessions.filter((it) => !known.has(it.id))]
    set({ [which]: ready({ ...page, sessions }), unconfirmed: page.unconfirmed })
  },
}))

const STRANGER: Loadable<Calls> = { phase: 'failed', error: { code: 'forbidden', message: 'no community' } }

// Books left open come first in the list: with a whole page of them, today would not be in view.
function isPast(calls: Loadable<Calls>): boolean {
  const last = valueOf(calls)?.sessions.slice(-1)[0]
  return last !== undefined && last.endsAt < serverNow()
}

export interface DeskGroups {
  today: CallRow[]
  /** days gone by whose books are still open */
  overdue: CallRow[]
  coming: CallRow[]
}

/** Today first, then what still waits to be closed, then what comes. */
export function groupCalls(sessions: CallRow[], now: Instant): DeskGroups {
  const midnight = dayStart(now)
  return {
    today: sessions.filter((it) => it.endsAt >= midnight && it.startsAt < midnight + DAY),
    overdue: sessions.filter((it) => it.endsAt < midnight),
    coming: sessions.filter((it) => it.startsAt >= midnight + DAY),
  }
}
