import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { Door } from '@/contract/list-unconfirmed'
import { SKILLS, type Skill } from '@/domain/skill'
import { carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export type MemberRow = Answer<'listResidents'>['residents'][number]
export type DoorHousehold = Door['households'][number]
export type DoorResident = DoorHousehold['residents'][number]
export type WhichMembers = 'unconfirmed' | 'confirmed'

/** What the last tap has done, and to whom. */
export type MembersDone =
  | { did: 'confirmed' | 'skill_confirmed' | 'skill_declined'; name: string }
  | { did: 'merged'; points: number }
  | { did: 'same_person'; name: string }

interface MembersStore {
  unconfirmed: Loadable<Answer<'listUnconfirmed'>>
  confirmed: Loadable<Answer<'listResidents'>>
  which: WhichMembers
  /** a part of the names looked for; empty: everybody */
  name: string
  nextPage: NextPage
  /** id of the resident or household whose answer is under way */
  pending: string | null
  done: MembersDone | null
  error: CallError | null
  show(which: WhichMembers): void
  search(name: string): void
  refresh(): Promise<void>
  more(): Promise<void>
  confirm(resident: DoorResident, skills: string[]): Promise<void>
  decideSkill(resident: DoorResident, skill: string, confirmed: boolean): Promise<void>
  merge(keep: string, drop: string): Promise<void>
  /** the same person as one who was entered by name */
  join(resident: DoorResident, double: string): Promise<void>
}

export const useMembers = createPerCommunity<MembersStore>((set, get) => {
  async function act(who: string, work: (communityId: string) => Promise<MembersDone | CallError>) {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return
    set({ pending: who, error: null, done: null })
    const came = await work(communityId)
    set({ pending: null, ...('did' in came ? { done: came } : { error: came }) })
    if ('did' in came) await get().refresh()
  }

  return {
    unconfirmed: LOADING,
    confirmed: LOADING,
    which: 'unconfirmed',
    name: '',
    ...NEXT_PAGE,
    pending: null,
    done: null,
    error: null,

    show(which) {
      set({ which, done: null, error: null })
      void get().refresh()
    },

    search(name) {
      set({ name, confirmed: LOADING })
      setTimeout(() => {
        if (get().name === name) void get().refresh()
      }, TYPING)
    },

    async refresh() {
      const { which, name } = get()
      const { unconfirmed, confirmed } = get()
      set(
        which === 'unconfirmed'
          ? { unconfirmed: whileLoading(unconfirmed) }
          : { confirmed: whileLoading(confirmed) },
      )
      const communityId = await currentCommunity()
      if (communityId === null) {
        const { error } = useMembership.getState()
        const failed = { phase: 'failed', error: error ?? NO_CADRE } as const
        return set(which === 'unconfirmed' ? { unconfirmed: failed } : { confirmed: failed })
      }
      if (which === 'unconfirmed') return set({ unconfirmed: await load('listUnconfirmed', { communityId }) })
      const answer = await load('listResidents', { communityId, ...named(name) })
      // Typed on meanwhile: another answer is under way.
      if (get().name === name) set({ confirmed: answer })
    },

    async more() {
      const { which, name, unconfirmed, confirmed } = get()
      const shown = which === 'unconfirmed' ? valueOf(unconfirmed) : valueOf(confirmed)
      const cursor = shown?.nextCursor
      const communityId = await currentCommunity()
      if (!cursor || communityId === null) return
      if (which === 'unconfirmed') {
        const asked = { communityId, cursor }
        const stillShown = () => get().unconfirmed === unconfirmed
        const page = await turnPage({ get, set }, 'listUnconfirmed', asked, stillShown)
        if (page) set({ unconfirmed: ready({ ...page, doors: [...doorsOf(unconfirmed), ...page.doors] }) })
      } else {
        const asked = { communityId, ...named(name), cursor }
        const page = await turnPage({ get, set }, 'listResidents', asked, () => get().confirmed === confirmed)
        const residents = valueOf(confirmed)?.residents ?? []
        if (page) set({ confirmed: ready({ ...page, residents: [...residents, ...page.residents] }) })
      }
    },

    confirm: ({ id: residentId, name }, skills) =>
      act(residentId, async (communityId) => {
        const known = skills.filter(isSkill)
        const result = await carryOut('confirmResident', { communityId, residentId, skills: known })
        return result.ok ? { did: 'confirmed', name } : result.error
      }),

    decideSkill: ({ id: residentId, name }, skill, confirmed) =>
      act(residentId, async (communityId) => {
        if (!isSkill(skill)) return NO_CADRE
        const result = await carryOut('decideSkill', { communityId, residentId, skill, confirmed })
        return result.ok ? { did: confirmed ? 'skill_confirmed' : 'skill_declined', name } : result.error
      }),

    join: ({ id: drop, name }, keep) =>
      act(drop, async (communityId) => {
        const result = await carryOut('mergeResidents', { communityId, keep, drop })
        return result.ok ? { did: 'same_person', name } : result.error
      }),

    merge: (keep, drop) =>
      act(drop, async (communityId) => {
        const result = await carryOut('mergeHouseholds', { communityId, keep, drop })
        return result.ok ? { did: 'merged', points: result.data.points } : result.error
      }),
  }
})

/** Whoever types on within these milliseconds is not answered yet. */
const TYPING = 300

const NO_CADRE: CallError = { code: 'forbidden', message: 'no community' }

const named = (name: string) => (name.trim() === '' ? {} : { name: name.trim() })
const doorsOf = (list: Loadable<Answer<'listUnconfirmed'>>) => valueOf(list)?.doors ?? []

export function isSkill(skill: string): skill is Skill {
  return (SKILLS as readonly string[]).includes(skill)
}

/** Doors grouped by grid, in their order. */
export function groupDoors(doors: Door[]): { gridName: string; doors: Door[] }[] {
  const groups: { gridName: string; doors: Door[] }[] = []
  for (const door of doors) {
    const last = groups.at(-1)
    if (last && last.gridName === (door.gridName ?? '')) last.doors.push(door)
    else groups.push({ gridName: door.gridName ?? '', doors: [door] })
  }
  return groups
}
