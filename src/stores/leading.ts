import type { CallError, CallResult } from '@/api/call'
import type { ActionName } from '@/contract/actions'
import { ask, carryOut } from './ask'
import type { MemberRow } from './members'
import { createPerCommunity } from './per-community'
import { useRoster } from './roster'

interface LeadingStore {
  /** residents of that name who may be appointed; null: not looked for */
  found: MemberRow[] | null
  pending: boolean
  error: CallError | null
  search(name: string): Promise<void>
  /** each: true when done */
  appoint(residentId: string): Promise<boolean>
  dismiss(): Promise<boolean>
  /** opens the names of the session whose roster is shown; logged */
  beginRollCall(): Promise<boolean>
}

/** Who leads the session whose roster is shown, and its roll call. */
export const useLeading = createPerCommunity<LeadingStore>((set, get) => {
  type At = { communityId: string; sessionId: string }
  async function act<A extends ActionName>(work: (at: At) => Promise<CallResult<A>>): Promise<boolean> {
    const { at, refresh } = useRoster.getState()
    if (!at || get().pending) return false
    set({ pending: true, error: null })
    const result = await work(at)
    set({ pending: false, error: result.ok ? null : result.error })
    if (result.ok) await refresh()
    return result.ok
  }

  return {
    found: null,
    pending: false,
    error: null,

    async search(name) {
      const { at } = useRoster.getState()
      if (!at || name.trim() === '') return set({ found: null })
      const { communityId } = at
      const result = await ask('listResidents', { communityId, name: name.trim() })
      set(result.ok ? { found: result.data.residents, error: null } : { error: result.error })
    },

    appoint: (residentId) => act((at) => carryOut('appointLeader', { ...at, residentId })),
    dismiss: () => act((at) => carryOut('dismissLeader', at)),
    beginRollCall: () => act((at) => ask('beginRollCall', at)),
  }
})
