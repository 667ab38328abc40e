import type { CallError } from '@/api/call'
import type { Answer, Payload } from '@/contract/actions'
import type { Instant } from '@/domain/time'
import { carryOut } from './ask'
import { serverNow } from './clock'
import { load, LOADING, ready, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { createPerCommunity } from './per-community'

export type Standing = Answer<'getSeries'>
type Change = 'setLeave' | 'endLeave'

interface SeriesStore {
  standing: Loadable<Standing>
  pending: Change | null
  error: CallError | null
  refresh(): Promise<void>
  /** each: true when it was done */
  take(firstAt: Instant, lastAt: Instant): Promise<boolean>
  end(firstAt: Instant): Promise<boolean>
}

/** In how many weeks on end somebody served, and when they are on leave. */
export const useSeries = createPerCommunity<SeriesStore>((set, get) => {
  async function change<A extends Change>(
    action: A,
    payload: Omit<Payload<A>, 'communityId'>,
  ): Promise<boolean> {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending) return false
    set({ pending: action, error: null })
    const result = await carryOut(action, { communityId, ...payload } as Payload<A>)
    set({ pending: null, error: result.ok ? null : result.error })
    if (result.ok) set({ standing: ready(result.data as Standing) })
    return result.ok
  }

  return {
    standing: LOADING,
    pending: null,
    error: null,

    async refresh() {
      set({ standing: whileLoading(get().standing), error: null })
      const communityId = await currentCommunity()
      if (communityId === null) return set({ standing: withoutCommunity(nothing()) })
      const standing = await load('getSeries', { communityId }, { keep: true })
      // Who is no member yet has neither.
      const stranger = standing.phase === 'failed' && standing.error.code === 'forbidden'
      set({ standing: stranger ? ready(nothing()) : standing })
    },

    take: (firstAt, lastAt) => change('setLeave', { firstAt, lastAt }),
    end: (firstAt) => change('endLeave', { firstAt }),
  }
})

const nothing = (): Standing => ({ series: [], leaves: [], held: [], lastAt: serverNow() })
