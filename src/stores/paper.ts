import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import { readPaperCodes } from '@/domain/paper-code'
import { ask, carryOut } from './ask'
import { createPerCommunity } from './per-community'

interface PaperStore {
  at: { communityId: string; sessionId: string } | null
  /** with names; kept while this page is open, so that printing again is not another reveal */
  sheet: Answer<'printRoster'> | null
  /** as typed from the sheet */
  typed: string
  /** whom the codes mean; null: not asked yet */
  preview: Answer<'enterPaper'> | null
  /** how many were marked by it */
  marked: number | null
  pending: 'sheet' | 'check' | 'enter' | null
  error: CallError | null
  open(communityId: string, sessionId: string): void
  /** @returns true when done */
  show(why: string): Promise<boolean>
  type(typed: string): void
  check(): Promise<void>
  enter(): Promise<void>
}

const NOTHING = { sheet: null, typed: '', preview: null, marked: null, pending: null, error: null }

export const usePaper = createPerCommunity<PaperStore>((set, get) => ({
  at: null,
  ...NOTHING,

  open: (communityId, sessionId) => set({ at: { communityId, sessionId }, ...NOTHING }),

  async show(why) {
    const { at, pending } = get()
    if (!at || pending) return false
    set({ pending: 'sheet', error: null })
    const result = await ask('printRoster', { ...at, why })
    if (get().at !== at) return false
    set(result.ok ? { pending: null, sheet: result.data } : { pending: null, error: result.error })
    return result.ok
  },

  type: (typed) => set({ typed, preview: null, marked: null, error: null }),

  async check() {
    const { at, typed, pending } = get()
    const codes = readPaperCodes(typed)
    if (!at || pending || codes.length === 0) return
    set({ pending: 'check', error: null })
    const result = await ask('enterPaper', { ...at, codes, dryRun: true })
    if (get().at !== at || get().typed !== typed) return set({ pending: null })
    set(result.ok ? { pending: null, preview: result.data } : { pending: null, error: result.error })
  },

  async enter() {
    const { at, typed, pending } = get()
    if (!at || pending) return
    set({ pending: 'enter', error: null })
    const result = await carryOut('enterPaper', { ...at, codes: readPaperCodes(typed), dryRun: false })
    if (get().at !== at) return
    set(
      result.ok
        ? { pending: null, typed: '', preview: null, marked: result.data.marked }
        : { pending: null, error: result.error },
    )
  },
}))
