import type { CallError } from '@/api/call'
import type { CallView } from '@/contract/get-call'
import { changedTexts, type CallTexts } from '@/domain/call-texts'
import { carryOut } from './ask'
import { followingTexts, textFaults, textsIn, wordsOf, type SeenTexts } from './call-change-form'
import type { FormFault } from './call-form'
import { load, LOADING, valueOf, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

interface CallChangeStore {
  at: { communityId: string; callId: string } | null
  call: Loadable<CallView>
  seen: SeenTexts | null
  form: CallTexts | null
  /** as it was seen before somebody else changed it; null: nobody did */
  before: CallTexts | null
  faults: FormFault[]
  pending: boolean
  /** residents who were told of the last change; null: nothing was changed yet */
  told: number | null
  error: CallError | null
  open(communityId: string, callId: string): Promise<void>
  refresh(): Promise<void>
  write(part: Partial<CallTexts>): void
  save(): Promise<void>
}

const NOTHING = { seen: null, form: null, before: null, faults: [], pending: false, told: null, error: null }

/** The texts of a published call, while a cadre puts them in other words. */
export const useCallChange = createPerCommunity<CallChangeStore>((set, get) => {
  /** Takes over how the call stands now; what was typed stays. */
  const learn = (now: SeenTexts, before: CallTexts | null) => {
    const { form, seen } = get()
    const followed = form && seen ? followingTexts(form, seen.activity, now.activity) : now.activity
    set({ seen: now, form: followed, before })
  }
  return {
    at: null,
    call: LOADING,
    ...NOTHING,

    async open(communityId, callId) {
      set({ at: { communityId, callId }, call: LOADING, ...NOTHING })
      await get().refresh()
    },

    async refresh() {
      const { at, call } = get()
      if (!at) return
      set({ call: whileLoading(call) })
      const loaded = await load('getCall', at)
      if (get().at !== at || (loaded.phase === 'failed' && get().call.phase === 'ready')) return
      set({ call: loaded })
      const now = valueOf(loaded)
      if (now) learn(textsIn(now), get().before)
    },

    write(part) {
      const { form, faults, call } = get()
      const kind = valueOf(call)?.draft.activity.kind
      if (!form || !kind) return
      const written = { ...form, ...part }
      // Once told what is wrong, people want to see it go away as they type.
      set({
        form: written,
        faults: faults.length > 0 ? textFaults(written, kind) : [],
        told: null,
        error: null,
      })
    },

    async save() {
      const { at, call, seen, form, pending } = get()
      const kind = valueOf(call)?.draft.activity.kind
      if (!at || !seen || !form || !kind || pending || !isChanged(form, seen)) return
      const faults = textFaults(form, kind)
      set({ faults, told: null, error: null })
      if (faults.length > 0) return
      set({ pending: true })
      const words = wordsOf(form)
      const result = await carryOut('changeCall', { ...at, version: seen.version, activity: words })
      if (get().at !== at) return
      set({ pending: false })
      if (result.ok) {
        const now = { version: result.data.version, activity: words }
        return set({ seen: now, form: words, before: null, told: result.data.told })
      }
      const reason = 'reason' in result.error ? result.error.reason : undefined
      if (reason?.reason !== 'call_changed') return set({ error: result.error })
      learn({ version: reason.version, activity: reason.activity }, seen.activity)
    },
  }
})

export function isChanged(form: CallTexts, seen: SeenTexts): boolean {
  return changedTexts(seen.activity, wordsOf(form)).length > 0
}
