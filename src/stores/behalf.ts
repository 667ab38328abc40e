import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { FoundResident } from '@/contract/find-residents'
import type { Refusal } from '@/domain/refusal'
import { ask, carryOut } from './ask'
import { load, LOADING, valueOf, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

type SessionView = Answer<'getSession'>

interface BehalfStore {
  at: { communityId: string; sessionId: string } | null
  session: Loadable<SessionView>
  slotId: string | null
  /** null: nobody was looked for yet */
  found: FoundResident[] | null
  chosen: FoundResident | null
  /** why the chosen one cannot be booked; null: can be */
  refusal: Refusal | null
  /** what was done for the chosen one */
  done: 'booked' | 'waits' | null
  grids: { id: string; name: string }[]
  pending: boolean
  error: CallError | null
  open(communityId: string, sessionId: string): Promise<void>
  refresh(): Promise<void>
  chooseSlot(slotId: string): void
  find(name: string): Promise<void>
  choose(resident: FoundResident): Promise<void>
  /** back to looking for somebody */
  forget(): void
  register(name: string, gridId: string | null, building: string): Promise<void>
  book(): Promise<void>
  wait(): Promise<void>
}

const NOBODY = { found: null, chosen: null, refusal: null, done: null, error: null }

export const useBehalf = createPerCommunity<BehalfStore>((set, get) => {
  /** One thing at a time; a second tap while it runs does nothing. */
  async function once(work: () => Promise<CallError | null>): Promise<void> {
    if (get().pending) return
    set({ pending: true, error: null })
    const error = await work()
    set({ pending: false, error })
  }

  return {
    at: null,
    session: LOADING,
    slotId: null,
    ...NOBODY,
    grids: [],
    pending: false,

    async open(communityId, sessionId) {
      set({ at: { communityId, sessionId }, session: LOADING, slotId: null, ...NOBODY })
      await get().refresh()
      const household = await ask('getHousehold', { communityId })
      if (household.ok) set({ grids: household.data.grids })
    },

    async refresh() {
      const { at } = get()
      if (!at) return
      set({ session: whileLoading(get().session) })
      const session = await load('getSession', at)
      const slots = slotsFor(valueOf(session))
      const slotId = slots.some((slot) => slot.id === get().slotId) ? get().slotId : (slots[0]?.id ?? null)
      set({ session, slotId })
    },

    chooseSlot(slotId) {
      set({ slotId, ...NOBODY })
    },

    find: (name) =>
      once(async () => {
        const { at } = get()
        if (!at) return null
        const { communityId } = at
        const result = await ask('findResidents', { communityId, names: [name.trim()], part: true })
        if (!result.ok) return result.error
        set({ ...NOBODY, found: result.data.matches[0] ?? [] })
        return null
      }),

    choose: (resident) =>
      once(async () => {
        const tried = await tryOut([resident.residentId])
        if (!(tried instanceof Map)) return tried
        set({ chosen: resident, refusal: tried.get(resident.residentId) ?? null, done: null })
        return null
      }),

    forget: () => set(NOBODY),

    register: (name, gridId, building) =>
      once(async () => {
        const { at, grids } = get()
        if (!at) return null
        const { communityId } = at
        const result = await carryOut('registerResident', { communityId, name, gridId, building })
        if (!result.ok) return result.error
        const gridName = grids.find((grid) => grid.id === gridId)?.name ?? null
        const { residentId } = result.data
        const chosen = { residentId, name, gridName, building: building || null, withoutPhone: true }
        const tried = await tryOut([residentId])
        if (!(tried instanceof Map)) return tried
        set({ chosen, refusal: tried.get(residentId) ?? null, done: null })
        return null
      }),

    book: () =>
      once(async () => {
        const where = placeOf(get())
        const { chosen } = get()
        if (!where || !chosen) return null
        const { residentId } = chosen
        const result = await carryOut('bookFor', { ...where, residentIds: [residentId], dryRun: false })
        if (!result.ok) return result.error
        const refusal = refusals(result.data).get(residentId) ?? null
        set({ refusal, done: refusal ? null : 'booked' })
        await get().refresh()
        return null
      }),

    wait: () =>
      once(async () => {
        const where = placeOf(get())
        const { chosen } = get()
        if (!where || !chosen) return null
        const result = await carryOut('waitFor', { ...where, residentId: chosen.residentId })
        if (result.ok) set({ done: 'waits' })
        return result.ok ? null : result.error
      }),
  }
})

/** Slots for grown-ups: only a guardian books for a child. */
export function slotsFor(view: SessionView | null): SessionView['slots'] {
  return (view?.slots ?? []).filter((slot) => slot.terms.ageBand === null)
}

/** The slot that is booked in; null: not known yet. */
export function placeOf({ at, slotId }: Pick<BehalfStore, 'at' | 'slotId'>) {
  return at && slotId ? { communityId: at.communityId, slotId } : null
}

/** What would come of booking these, each by id. */
export async function tryOut(residentIds: string[]): Promise<CallError | Map<string, Refusal | null>> {
  const where = placeOf(useBehalf.getState())
  if (!where || residentIds.length === 0) return new Map()
  const result = await ask('bookFor', { ...where, residentIds, dryRun: true })
  return result.ok ? refusals(result.data) : result.error
}

export function refusals({ results }: Answer<'bookFor'>): Map<string, Refusal | null> {
  // The contract leaves the shape of a reason to the rule that gives it.
  return new Map(results.map((it) => [it.residentId, it.refusal as Refusal | null]))
}
