import type { CallError, CallResult } from '@/api/call'
import type { ActionName, Answer } from '@/contract/actions'
import type { Roster } from '@/contract/get-roster'
import type { CancelCause } from '@/domain/cancellation'
import { ask, carryOut } from './ask'
import {
  following,
  formFor,
  movesSession,
  presentOf,
  seenIn,
  slotChange,
  startingAt,
  type ChangeForm,
  type SeenSession,
} from './change-form'
import { load, LOADING, valueOf, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

/** What a tap came to. */
export type ChangeOutcome =
  | { is: 'moved'; told: number }
  | { is: 'resized'; slotId: string; released: number; given: number }
  | { is: 'cancelled'; told: number; points: number }
  | { is: 'failed'; error: CallError }

interface ChangeStore {
  at: { communityId: string; sessionId: string } | null
  roster: Loadable<Roster>
  seen: SeenSession | null
  form: ChangeForm | null
  /** as it was seen before somebody else changed it; null: nobody did */
  before: SeenSession | null
  /** what another number of places would do, by slot */
  would: Record<string, Answer<'changeSlot'>>
  /** what cancelling would do */
  toll: Answer<'cancelSession'> | null
  pending: string | null
  outcome: ChangeOutcome | null
  open(communityId: string, sessionId: string): Promise<void>
  refresh(): Promise<void>
  write(part: Partial<ChangeForm>): void
  moveTo(startsAt: number): void
  /** also asks what it would do */
  resize(slotId: string, capacity: number): Promise<void>
  keepWindow(slotId: string, keep: boolean): Promise<void>
  saveSession(): Promise<void>
  saveSlot(slotId: string): Promise<void>
  /** how many would be told; null answers while it is asked */
  askToll(cause: CancelCause, note: string): Promise<void>
  cancel(cause: CancelCause, note: string): Promise<void>
}

const NOTHING = { seen: null, form: null, before: null, would: {}, toll: null, pending: null, outcome: null }

export const useChange = createPerCommunity<ChangeStore>((set, get) => {
  /** Takes over how the session stands now; what was typed stays. */
  const learn = (now: SeenSession, before: SeenSession | null) => {
    const { form, seen } = get()
    set({ seen: now, form: form && seen ? following(form, seen, now) : formFor(now), before })
  }

  /** Shows a refusal; where somebody else was quicker, with what they changed. */
  const failed = (error: CallError) => {
    const reason = 'reason' in error ? error.reason : undefined
    if (reason?.reason === 'changed_meanwhile') {
      learn(presentOf(reason), get().seen)
      set({ would: {} })
    }
    set({ outcome: { is: 'failed', error } })
  }

  /** Runs one act at a time, and then shows the session as it is. */
  async function act<A extends ActionName>(
    name: string,
    send: () => Promise<CallResult<A>>,
    came: (data: Answer<A>) => ChangeOutcome,
  ): Promise<void> {
    const { at, pending } = get()
    if (!at || pending) return
    set({ pending: name, outcome: null })
    const result = await send()
    if (get().at !== at) return
    set({ pending: null })
    if (!result.ok) return failed(result.error)
    set({ outcome: came(result.data), before: null })
    await get().refresh()
  }

  /** The last answer asked for counts: a number is often tapped on its way to another. */
  async function askWould(slotId: string): Promise<void> {
    const { at, seen, form } = get()
    if (!at || !seen || !form) return
    const { [slotId]: _, ...would } = get().would
    set({ would, outcome: null })
    const change = slotChange(at.communityId, seen, form, slotId)
    if (change.capacity === seen.capacities[slotId]) return
    const result = await ask('changeSlot', { ...change, dryRun: true })
    const now = get()
    if (now.at !== at || !now.form || !now.seen) return
    const asked = slotChange(at.communityId, now.seen, now.form, slotId)
    if (JSON.stringify(asked) !== JSON.stringify(change)) return
    if (!result.ok) return failed(result.error)
    set({ would: { ...now.would, [slotId]: result.data } })
  }

  return {
    at: null,
    roster: LOADING,
    ...NOTHING,

    async open(communityId, sessionId) {
      set({ at: { communityId, sessionId }, roster: LOADING, ...NOTHING })
      await get().refresh()
    },

    async refresh() {
      const { at, roster } = get()
      if (!at) return
      set({ roster: whileLoading(roster) })
      const loaded = await load('getRoster', at)
      if (get().at !== at || (loaded.phase === 'failed' && get().roster.phase === 'ready')) return
      set({ roster: loaded })
      const now = valueOf(loaded)
      if (now) learn(seenIn(now), get().before)
    },

    write(part) {
      const { form } = get()
      if (form) set({ form: { ...form, ...part }, outcome: null })
    },

    moveTo(startsAt) {
      const { form } = get()
      if (form) get().write(startingAt(form, startsAt))
    },

    async resize(slotId, capacity) {
      const { form } = get()
      if (!form) return
      get().write({ capacities: { ...form.capacities, [slotId]: capacity } })
      await askWould(slotId)
    },

    async keepWindow(slotId, keep) {
      const { form } = get()
      if (!form) return
      const others = form.kept.filter((id) => id !== slotId)
      get().write({ kept: keep ? [...others, slotId] : others })
      await askWould(slotId)
    },

    async saveSession() {
      const { at, seen, form } = get()
      if (!at || !seen || !form || !movesSession(form, seen)) return
      const { startsAt, endsAt } = form
      const change = { ...at, version: seen.version, startsAt, endsAt, place: form.place.trim() }
      await act(
        'session',
        () => carryOut('changeSession', change),
        ({ told }) => ({ is: 'moved', told }),
      )
    },

    async saveSlot(slotId) {
      const { at, seen, form } = get()
      if (!at || !seen || !form) return
      const change = { ...slotChange(at.communityId, seen, form, slotId), dryRun: false }
      await act(
        slotId,
        () => carryOut('changeSlot', change),
        ({ released, given }) => ({ is: 'resized', slotId, released: released.parties, given }),
      )
      set({ would: {} })
    },

    async askToll(cause, note) {
      const { at, pending } = get()
      if (!at || pending) return
      set({ toll: null, pending: 'toll', outcome: null })
      const result = await ask('cancelSession', { ...at, cause, note, dryRun: true })
      if (get().at !== at) return
      set({ pending: null })
      if (result.ok) set({ toll: result.data })
      else failed(result.error)
    },

    async cancel(cause, note) {
      const { at } = get()
      if (!at) return
      await act(
        'cancel',
        () => carryOut('cancelSession', { ...at, cause, note, dryRun: false }),
        ({ told, points }) => ({ is: 'cancelled', told, points }),
      )
    },
  }
})
