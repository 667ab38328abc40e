import type { CallError, CallResult } from '@/api/call'
import type { Answer } from '@/contract/actions'
import { checkRecord, type DrawCheck, type DrawRecord } from '@/domain/draw-record'
import { ask } from './ask'
import { LOADING, ready, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

/** A draw's public record, all pages of it together. */
export type PublicRecord = Omit<Answer<'getDrawRecord'>, 'nextCursor'>

interface At {
  communityId: string
  slotId: string
}

interface DrawStore {
  at: At | null
  record: Loadable<PublicRecord>
  /** what this phone found when it repeated the draw; null: it has not */
  check: DrawCheck | null
  verifying: boolean
  error: CallError | null
  open(communityId: string, slotId: string): Promise<void>
  refresh(): Promise<void>
  /** fetches the record anew and draws again from it */
  verify(): Promise<void>
}

export const useDraw = createPerCommunity<DrawStore>((set, get) => ({
  at: null,
  record: LOADING,
  check: null,
  verifying: false,
  error: null,

  async open(communityId, slotId) {
    const { at } = get()
    const same = at?.communityId === communityId && at.slotId === slotId
    if (!same) set({ at: { communityId, slotId }, record: LOADING, check: null, error: null })
    await get().refresh()
  },

  async refresh() {
    const { at, record } = get()
    if (!at) return
    set({ record: whileLoading(record) })
    const read = await readRecord(at)
    if (get().at !== at) return
    set({ record: read.ok ? ready(read.record) : { phase: 'failed', error: read.error } })
  },

  async verify() {
    const { at, verifying } = get()
    if (!at || verifying) return
    set({ verifying: true, check: null, error: null })
    const read = await readRecord(at)
    if (get().at !== at) return
    if (!read.ok) return set({ verifying: false, error: read.error })
    const { record } = read
    set({ record: ready(record), check: isDrawn(record) ? checkRecord(record) : null, verifying: false })
  },
}))

/** True once everything needed to repeat the draw is public. */
export function isDrawn(record: PublicRecord): record is PublicRecord & DrawRecord {
  return record.seed !== null && record.listHash !== null
}

type Read = { ok: true; record: PublicRecord } | { ok: false; error: CallError }

async function readRecord(at: At): Promise<Read> {
  const applications: PublicRecord['applications'] = []
  for (let cursor: string | null = null; ;) {
    const result: CallResult<'getDrawRecord'> = await ask(
      'getDrawRecord',
      cursor === null ? at : { ...at, cursor },
    )
    if (!result.ok) return result
    const { nextCursor, ...page }: Answer<'getDrawRecord'> = result.data
    applications.push(...page.applications)
    if (nextCursor === null) return { ok: true, record: { ...page, applications } }
    cursor = nextCursor
  }
}
