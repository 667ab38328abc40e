import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { ask, carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'

type Closing = Omit<Answer<'confirmSession'>, 'roster'>

interface RosterStore {
  at: { communityId: string; sessionId: string } | null
  roster: Loadable<Roster>
  /** by attendee or resident; kept while this session is open, so that looking again is not another reveal */
  names: Record<string, string>
  /** attendee whose answer is under way, or the whole act */
  pending: string | null
  error: CallError | null
  /** those checked in who are struck as absent all the same */
  struck: string[]
  /** as counted on the spot; null: not counted yet, and the books stay open */
  headCount: number | null
  result: Closing | null
  open(communityId: string, sessionId: string): Promise<void>
  refresh(): Promise<void>
  /** @returns true when done */
  reveal(why: string): Promise<boolean>
  markPresent(attendeeId: string, why: string): Promise<boolean>
  /** somebody was told by telephone what a notice did not */
  markTold(noticeId: string): Promise<void>
  /** the public number a draw waits for: it is run with it */
  enterNumber(slotId: string, number: string): Promise<void>
  toggleStruck(attendeeId: string): void
  count(heads: number): void
  confirm(): Promise<void>
  /** closed books are opened again. @returns true when done */
  reopen(why: string): Promise<boolean>
  /** what was decided about somebody is decided anew. @returns true when done */
  setOutcome(attendeeId: string, anew: OutcomeAnew): Promise<boolean>
}

/** Minutes after the planned start and before the planned end, of who was there. */
export interface OutcomeAnew {
  outcome: 'present' | 'absent'
  late: number
  early: number
}

const NOTHING = { names: {}, pending: null, error: null, struck: [], headCount: null, result: null }

export const useRoster = createPerCommunity<RosterStore>((set, get) => ({
  at: null,
  roster: LOADING,
  ...NOTHING,

  async open(communityId, sessionId) {
    const { at } = get()
    const same = at?.communityId === communityId && at.sessionId === sessionId
    if (!same) set({ at: { communityId, sessionId }, roster: LOADING, ...NOTHING })
    set({ error: null, pending: null })
    await get().refresh()
  },

  async refresh() {
    const { at, roster } = get()
    if (!at) return
    set({ roster: whileLoading(roster) })
    const loaded = await load('getRoster', at)
    // A list on the screen is worth more than the news that it could not be renewed.
    if (get().at !== at || (loaded.phase === 'failed' && isReady(get().roster))) return
    set({ roster: withNames(loaded, get().names) })
  },

  async reveal(why) {
    const { at } = get()
    if (!at || get().pending) return false
    set({ pending: 'reveal', error: null })
    const result = await ask('revealRoster', { ...at, why })
    set({ pending: null, error: result.ok ? null : result.error })
    if (!result.ok || get().at !== at) return false
    set({ roster: ready(result.data), names: namesIn(result.data) })
    return true
  },

  async markPresent(attendeeId, why) {
    const { at } = get()
    if (!at || get().pending) return false
    set({ pending: attendeeId, error: null })
    const result = await carryOut('markPresent', { ...at, attendeeId, why })
    set({ pending: null, error: result.ok ? null : result.error })
    if (result.ok) await get().refresh()
    return result.ok
  },

  async markTold(noticeId) {
    const { at } = get()
    if (!at || get().pending) return
    set({ pending: noticeId, error: null })
    const result = await carryOut('markTold', { communityId: at.communityId, noticeId })
    set({ pending: null, error: result.ok ? null : result.error })
    await get().refresh()
  },

  async enterNumber(slotId, number) {
    const { at } = get()
    if (!at || get().pending) return
    set({ pending: slotId, error: null })
    const { communityId } = at
    const result = await carryOut('enterDrawNumber', { communityId, slotId, number })
    set({ pending: null, error: result.ok ? null : result.error })
    await get().refresh()
  },

  toggleStruck(attendeeId) {
    const { struck } = get()
    set({
      struck: struck.includes(attendeeId)
        ? struck.filter((it) => it !== attendeeId)
        : [...struck, attendeeId],
    })
  },

  count: (headCount) => set({ headCount }),

  async confirm() {
    const { at, struck, headCount, pending } = get()
    const roster = valueOf(get().roster)
    if (!at || !roster || headCount === null || pending) return
    const { absent } = closingOf(roster, struck)
    set({ pending: 'confirm', error: null, result: null })
    const result = await carryOut('confirmSession', {
      ...at,
      headCount,
      absent: absent.map((row) => row.attendeeId),
    })
    set({ pending: null, error: result.ok ? null : result.error })
    if (!result.ok || get().at !== at) return
    const { roster: after, ...sums } = result.data
    set({ result: sums, struck: [], headCount: null })
    set({ roster: withNames(ready(after), get().names) })
    // The answer is kept and so has no names; the roll call has opened them.
    if (after.namesUntil !== null) await get().refresh()
  },

  async reopen(why) {
    const { at } = get()
    if (!at || get().pending) return false
    set({ pending: 'reopen', error: null })
    const result = await carryOut('reopenSession', { ...at, why })
    set({ pending: null, error: result.ok ? null : result.error })
    if (!result.ok || get().at !== at) return false
    set({ result: null, struck: [], headCount: null })
    set({ roster: withNames(ready(result.data.roster), get().names) })
    return true
  },

  async setOutcome(attendeeId, anew) {
    const { at } = get()
    if (!at || get().pending) return false
    set({ pending: attendeeId, error: null })
    const result = await carryOut('setOutcome', { ...at, attendeeId, ...anew })
    set({ pending: null, error: result.ok ? null : result.error })
    if (result.ok) await get().refresh()
    return result.ok
  },
}))

function isReady(roster: Loadable<Roster>): boolean {
  return roster.phase === 'ready'
}

function namesIn(roster: Roster): Record<string, string> {
  return Object.fromEntries([
    ...rowsOf(roster).map((row) => [row.attendeeId, row.name]),
    ...roster.toCall.map((callee) => [callee.residentId, callee.name]),
  ])
}

function withNames(roster: Loadable<Roster>, names: Record<string, string>): Loadable<Roster> {
  if (roster.phase !== 'ready') return roster
  const named = (row: RosterRow) => ({ ...row, name: names[row.attendeeId] ?? row.name })
  const slots = roster.value.slots.map((slot) => ({ ...slot, rows: slot.rows.map(named) }))
  const toCall = roster.value.toCall.map((callee) => ({
    ...callee,
    name: names[callee.residentId] ?? callee.name,
  }))
  const revealed = roster.value.revealed || Object.keys(names).length > 0
  return { ...roster, value: { ...roster.value, revealed, slots, toCall } }
}

export function rowsOf(roster: Roster): RosterRow[] {
  return roster.slots.flatMap((slot) => slot.rows)
}

/** What closing the books would say of whom: not checked in is absent, unless it is one's own household. */
export function closingOf(
  roster: Roster,
  struck: string[],
): { present: RosterRow[]; absent: RosterRow[]; own: RosterRow[] } {
  const open = rowsOf(roster).filter((row) => row.outcome === null)
  const mine = open.filter((row) => !row.ownHousehold)
  const isAbsent = (row: RosterRow) => row.checkedInAt === null || struck.includes(row.attendeeId)
  return {
    present: mine.filter((row) => !isAbsent(row)),
    absent: mine.filter(isAbsent),
    own: rowsOf(roster).filter((row) => row.ownHousehold && (row.outcome === null || row.decidedAnew)),
  }
}

/** How many the list says are there, one's own household included: what the leader should have counted. */
export function headsListed(roster: Roster, struck: string[]): number {
  return rowsOf(roster).filter((row) =>
    row.outcome === null
      ? row.checkedInAt !== null && !struck.includes(row.attendeeId)
      : row.outcome === 'present',
  ).length
}
