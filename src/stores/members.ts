import { create } from 'zustand'
import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import { SKILLS, type Skill } from '@/domain/skill'
import { ask, carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'

type Residents = Answer<'listResidents'>
export type MemberRow = Residents['residents'][number]
export type WhichMembers = 'unconfirmed' | 'confirmed'

interface MembersStore {
  unconfirmed: Loadable<Residents>
  confirmed: Loadable<Residents>
  which: WhichMembers
  loadingMore: boolean
  /** id of the resident whose answer is under way */
  pending: string | null
  /** whom the last tap confirmed */
  done: string | null
  error: CallError | null
  show(which: WhichMembers): void
  refresh(): Promise<void>
  more(): Promise<void>
  confirm(resident: MemberRow, skills: string[]): Promise<void>
}

export const useMembers = create<MembersStore>((set, get) => ({
  unconfirmed: LOADING,
  confirmed: LOADING,
  which: 'unconfirmed',
  loadingMore: false,
  pending: null,
  done: null,
  error: null,

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
    set({ [which]: await load('listResidents', { communityId, which }) })
  },

  async more() {
    const { which, loadingMore } = get()
    const shown = valueOf(get()[which])
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null || loadingMore) return
    set({ loadingMore: true })
    const result = await ask('listResidents', { communityId, which, cursor: shown.nextCursor })
    set({ loadingMore: false })
    if (!result.ok) return
    const known = new Set(shown.residents.map((it) => it.id))
    const residents = [...shown.residents, ...result.data.residents.filter((it) => !known.has(it.id))]
    set({ [which]: ready({ ...result.data, residents }) })
  },

  async confirm(resident, skills) {
    const { which } = get()
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return
    set({ pending: resident.id, error: null, done: null })
    const known = skills.filter((it): it is Skill => (SKILLS as readonly string[]).includes(it))
    const result = await carryOut('confirmResident', { communityId, residentId: resident.id, skills: known })
    set({ pending: null, error: result.ok ? null : result.error, done: result.ok ? resident.name : null })
    const shown = valueOf(get()[which])
    if (!result.ok || !shown) return
    const residents =
      which === 'unconfirmed'
        ? shown.residents.filter((it) => it.id !== resident.id)
        : shown.residents.map((it) => (it.id === resident.id ? withSkills(it, known) : it))
    set({ [which]: ready({ ...shown, residents }) })
    if (residents.length === 0 && shown.nextCursor !== null) await get().refresh()
  },
}))

const STRANGER: Loadable<Residents> = {
  phase: 'failed',
  error: { code: 'forbidden', message: 'no community' },
}

function withSkills(resident: MemberRow, confirmed: string[]): MemberRow {
  return {
    ...resident,
    skills: resident.skills.map((it) => (confirmed.includes(it.skill) ? { ...it, confirmed: true } : it)),
  }
}
