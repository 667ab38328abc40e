import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import { again } from '@/domain/past-call'
import { ask } from './ask'
import { formOf, type CallForm } from './call-form'
import { serverNow } from './clock'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

type PastCalls = Answer<'listPastCalls'>

interface PastCallsStore {
  /** the list is what the page shows */
  shown: boolean
  calls: Loadable<PastCalls>
  nextPage: NextPage
  /** the one that is being fetched */
  pending: string | null
  error: CallError | null
  show(shown: boolean): void
  refresh(): Promise<void>
  more(): Promise<void>
  /** @returns the call as a form, at its next usual time; null: it could not be had */
  take(callId: string): Promise<CallForm | null>
}

/** Calls of before, by anybody of the community, to be published once more. */
export const usePastCalls = createPerCommunity<PastCallsStore>((set, get) => ({
  shown: false,
  calls: LOADING,
  ...NEXT_PAGE,
  pending: null,
  error: null,

  show(shown) {
    set({ shown, error: null })
    if (shown) void get().refresh()
  },

  async refresh() {
    set({ calls: whileLoading(get().calls) })
    const communityId = await currentCommunity()
    if (communityId === null) {
      const { error } = useMembership.getState()
      return set({
        calls: { phase: 'failed', error: error ?? { code: 'forbidden', message: 'no community' } },
      })
    }
    set({ calls: await load('listPastCalls', { communityId }) })
  },

  async more() {
    const communityId = await currentCommunity()
    const shown = valueOf(get().calls)
    if (!shown?.nextCursor || communityId === null) return
    const asked = { communityId, cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listPastCalls', asked, () => valueOf(get().calls) === shown)
    if (!page) return
    const known = new Set(shown.calls.map((it) => it.id))
    const calls = [...shown.calls, ...page.calls.filter((it) => !known.has(it.id))]
    set({ calls: ready({ ...page, calls }) })
  },

  async take(callId) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return null
    set({ pending: callId, error: null })
    const result = await ask('getCall', { communityId, callId })
    set({ pending: null, error: result.ok ? null : result.error })
    return result.ok ? formOf(again(result.data.draft, serverNow())) : null
  },
}))
