import type { CallError } from '@/api/call'
import type { FoundResident } from '@/contract/find-residents'
import { readChain, type ChainLine } from '@/domain/name-chain'
import type { Refusal } from '@/domain/refusal'
import { ask, carryOut } from './ask'
import { createPerCommunity } from './per-community'
import { placeOf, refusals, tryOut, useBehalf } from './behalf'

/** One line of a pasted chain, and what came of it. */
export interface ChainRow extends ChainLine {
  matches: FoundResident[]
  /** null: not found, or one of several still to be chosen */
  residentId: string | null
  /** somebody above in the chain is the same */
  repeated: boolean
  refusal: Refusal | null
  booked: boolean
}

interface PastedChainStore {
  rows: ChainRow[] | null
  pending: boolean
  error: CallError | null
  preview(text: string): Promise<void>
  /** which of several namesakes a line means */
  choose(at: number, residentId: string): Promise<void>
  book(): Promise<void>
  clear(): void
}

export const usePastedChain = createPerCommunity<PastedChainStore>((set, get) => {
  /** One thing at a time; a second tap while it runs does nothing. */
  async function once(work: () => Promise<CallError | null>): Promise<void> {
    if (get().pending) return
    set({ pending: true, error: null })
    const error = await work()
    set({ pending: false, error })
  }

  async function judge(rows: ChainRow[]): Promise<CallError | null> {
    const open = rows.filter((row) => row.residentId !== null && !row.repeated && !row.booked)
    const tried = await tryOut(open.flatMap((row) => row.residentId ?? []))
    if (!(tried instanceof Map)) return tried
    set({
      rows: rows.map((row) =>
        open.includes(row) ? { ...row, refusal: tried.get(row.residentId ?? '') ?? null } : row,
      ),
    })
    return null
  }

  return {
    rows: null,
    pending: false,
    error: null,

    preview: (text) =>
      once(async () => {
        const { at } = useBehalf.getState()
        const lines = readChain(text)
        const names = [...new Set(lines.flatMap((line) => line.name ?? []))]
        if (!at || names.length === 0) {
          set({ rows: lines.map((line) => rowOf(line, [], [])) })
          return null
        }
        const { communityId } = at
        const result = await ask('findResidents', { communityId, names, part: false })
        if (!result.ok) return result.error
        const byName = new Map(names.map((name, index) => [name, result.data.matches[index] ?? []]))
        const rows: ChainRow[] = []
        for (const line of lines) rows.push(rowOf(line, byName.get(line.name ?? '') ?? [], rows))
        set({ rows })
        return judge(rows)
      }),

    choose: (index, residentId) =>
      once(() => {
        const rows = (get().rows ?? []).map((row, at) => (at === index ? { ...row, residentId } : row))
        set({ rows })
        return judge(rows)
      }),

    book: () =>
      once(async () => {
        const where = placeOf(useBehalf.getState())
        const rows = get().rows ?? []
        const residentIds = bookable(rows)
        if (!where || residentIds.length === 0) return null
        const result = await carryOut('bookFor', { ...where, residentIds, dryRun: false })
        if (!result.ok) return result.error
        const came = refusals(result.data)
        set({
          rows: rows.map((row) => {
            if (row.residentId === null || row.repeated || !came.has(row.residentId)) return row
            const refusal = came.get(row.residentId) ?? null
            return { ...row, refusal, booked: refusal === null }
          }),
        })
        await useBehalf.getState().refresh()
        return null
      }),

    clear: () => set({ rows: null, error: null }),
  }
})

function rowOf(line: ChainLine, matches: FoundResident[], above: ChainRow[]): ChainRow {
  const [only, another] = matches
  const residentId = only && !another ? only.residentId : null
  const repeated = residentId !== null && above.some((row) => row.residentId === residentId)
  return { ...line, matches, residentId, repeated, refusal: null, booked: false }
}

/** Those of a chain who would be booked now. */
export function bookable(rows: ChainRow[]): string[] {
  return rows.flatMap((row) =>
    row.residentId !== null && !row.repeated && !row.booked && row.refusal === null ? [row.residentId] : [],
  )
}
