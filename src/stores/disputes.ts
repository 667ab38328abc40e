import type { CallError } from '@/api/call'
import type { Answer, Payload } from '@/contract/actions'
import { carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export type Disputes = Answer<'listDisputes'>
export type DisputeCaseRow = Disputes['disputes'][number]
export type WhichDisputes = 'open' | 'answered'
export type DisputeAnswer = Payload<'answerDispute'>['answer']

interface DisputesStore {
  communityId: string | null
  open: Loadable<Disputes>
  answered: Loadable<Disputes>
  which: WhichDisputes
  nextPage: NextPage
  /** id of the one whose answer is under way */
  pending: string | null
  error: CallError | null
  /** what the last answer came to */
  done: 'corrected' | 'kept' | null
  show(which: WhichDisputes): void
  refresh(): Promise<void>
  more(): Promise<void>
  /** @returns true when done */
  answer(disputeId: string, answer: DisputeAnswer): Promise<boolean>
  forgetError(): void
}

/** The cadre's queue of entries that somebody says are not right. */
export const useDisputes = createPerCommunity<DisputesStore>((set, get) => ({
  communityId: null,
  open: LOADING,
  answered: LOADING,
  which: 'open',
  ...NEXT_PAGE,
  pending: null,
  error: null,
  done: null,

  show(which) {
    set({ which, done: null, error: null })
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
    set({ communityId, [which]: await load('listDisputes', { communityId, which }) })
  },

  async more() {
    const { which } = get()
    const shown = valueOf(get()[which])
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const asked = { communityId, which, cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listDisputes', asked, () => valueOf(get()[which]) === shown)
    if (!page) return
    const known = new Set(shown.disputes.map((it) => it.id))
    const disputes = [...shown.disputes, ...page.disputes.filter((it) => !known.has(it.id))]
    set({ [which]: ready({ ...page, disputes }) })
  },

  async answer(disputeId, answer) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return false
    set({ pending: disputeId, error: null, done: null })
    const result = await carryOut('answerDispute', { communityId, disputeId, answer })
    set({
      ...{ pending: null, error: result.ok ? null : result.error },
      done: result.ok ? result.data.state : null,
    })
    if (result.ok) await get().refresh()
    return result.ok
  },

  forgetError: () => set({ error: null }),
}))

const STRANGER: Loadable<Disputes> = {
  phase: 'failed',
  error: { code: 'forbidden', message: 'no community' },
}
