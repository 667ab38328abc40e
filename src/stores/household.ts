import type { CallError } from '@/api/call'
import type { Answer, Payload } from '@/contract/actions'
import { CONSENT_VERSION } from '@/domain/child'
import { carryOut } from './ask'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

type Household = Answer<'getHousehold'>
type Change = 'addChild' | 'setAddress' | 'joinCommunity'

interface HouseholdStore {
  household: Loadable<Household>
  /** not a member of the community yet: a name is asked for first */
  stranger: boolean
  pending: Change | null
  error: CallError | null
  /** @param of a community that a link named; else the one whose pages are shown */
  refresh(of?: string | null): Promise<void>
  /** each: true when it was done */
  join(name: string): Promise<boolean>
  addChild(child: Omit<Payload<'addChild'>, 'communityId' | 'consentVersion'>): Promise<boolean>
  setAddress(address: Omit<Payload<'setAddress'>, 'communityId'>): Promise<boolean>
}

export const useHousehold = createPerCommunity<HouseholdStore>((set, get) => {
  async function change<A extends Change>(
    action: A,
    payload: Omit<Payload<A>, 'communityId'>,
  ): Promise<boolean> {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending) return false
    set({ pending: action, error: null })
    const result = await carryOut(action, { communityId, ...payload } as Payload<A>)
    set({ pending: null, error: result.ok ? null : result.error })
    if (result.ok) await get().refresh()
    return result.ok
  }

  return {
    household: LOADING,
    stranger: false,
    pending: null,
    error: null,

    async refresh(of = null) {
      set({ household: whileLoading(get().household) })
      const communityId = of ?? (await currentCommunity())
      if (communityId === null) {
        const { error } = useMembership.getState()
        return set(error ? { household: { phase: 'failed', error } } : { stranger: true })
      }
      const household = await load('getHousehold', { communityId })
      const stranger = household.phase === 'failed' && household.error.code === 'forbidden'
      // Only a community that is there: a broken link must not become everybody's home.
      if (of !== null && (household.phase === 'ready' || stranger)) useMembership.getState().choose(of)
      // Choosing it has emptied the stores, and this answer is of the community chosen.
      useHousehold.setState({ household, stranger })
    },

    async join(name) {
      const done = await change('joinCommunity', { name })
      if (done) await useMembership.getState().settle()
      return done
    },

    addChild: (child) => change('addChild', { ...child, consentVersion: CONSENT_VERSION }),
    setAddress: (address) => change('setAddress', address),
  }
})
