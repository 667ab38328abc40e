import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { maskName } from '@/domain/masked-name'
import type { Instant } from '@/domain/time'
import { recall, remember } from '@/platform/storage'
import { ask, carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { withMarks } from './marked-roster'
import { useMarks, type Act } from './marks'
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
  /** of those not registered, as counted and not yet noted; null: as the list says */
  walkIns: number | null
  result: Closing | null
  open(communityId: string, sessionId: string): Promise<void>
  refresh(): Promise<void>
  /** @returns true when done */
  reveal(why: string): Promise<boolean>
  /** `from`: there since then. Kept on the phone until the server has it. */
  markPresent(attendeeId: string, why: string, from: Instant): Promise<boolean>
  /** left early, at `until`; null: stayed after all */
  markLeft(attendeeId: string, why: string, until: Instant | null): Promise<boolean>
  /** somebody was told by telephone what a notice did not */
  markTold(noticeId: string): Promise<void>
  /** the public number a draw waits for: it is run with it */
  enterNumber(slotId: string, number: string): Promise<void>
  toggleStruck(attendeeId: string): void
  count(heads: number): void
  countWalkIns(people: number): void
  noteWalkIns(): Promise<void>
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

/** Of closing the books, as far as it has got. */
type Draft = Pick<RosterStore, 'struck' | 'headCount' | 'walkIns'>
const draftOf = (sessionId: string) => `kept:closing:${sessionId}`

const NO_DRAFT: Draft = { struck: [], headCount: null, walkIns: null }
const NOTHING = { names: {}, pending: null, error: null, result: null, ...NO_DRAFT }

export const useRoster = createPerCommunity<RosterStore>((set, get) => {
  const note = async (act: Act) => {
    const { at } = get()
    if (!at) return false
    set({ error: null })
    const noted = await useMarks.getState().note(at, act)
    if (get().at !== at) return false
    if (noted.is === 'refused') set({ error: noted.error })
    if (noted.is === 'sent') await get().refresh()
    return noted.is !== 'refused'
  }
  // What was struck and counted outlives the app, as the marks do.
  const keepDraft = () => {
    const { at, struck, headCount, walkIns } = get()
    if (at) remember(draftOf(at.sessionId), { struck, headCount, walkIns } satisfies Draft)
  }
  return {
    at: null,
    roster: LOADING,
    ...NOTHING,

    async open(communityId, sessionId) {
      const { at } = get()
      const same = at?.communityId === communityId && at.sessionId === sessionId
      if (!same) {
        const draft = recall<Draft>(draftOf(sessionId))
        set({ at: { communityId, sessionId }, roster: LOADING, ...NOTHING, ...draft })
      }
      set({ error: null, pending: null })
      await get().refresh()
    },

    async refresh() {
      const { at, roster } = get()
      if (!at) return
      set({ roster: whileLoading(roster) })
      const loaded = await load('getRoster', at, { keep: withoutNames })
      // A list on the screen is worth more than the news that it could not be renewed.
      const older = loaded.phase === 'failed' || (loaded.phase === 'ready' && loaded.keptSince !== null)
      if (get().at !== at || (older && isReady(get().roster))) return
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

    markPresent: (attendeeId, why, from) => note({ is: 'present', attendeeId, why, from }),
    markLeft: (attendeeId, why, until) => note({ is: 'left', attendeeId, why, until }),

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
      const now = struck.includes(attendeeId)
        ? struck.filter((it) => it !== attendeeId)
        : [...struck, attendeeId]
      set({ struck: now })
      keepDraft()
    },

    count(headCount) {
      set({ headCount })
      keepDraft()
    },

    countWalkIns(walkIns) {
      set({ walkIns })
      keepDraft()
    },

    async noteWalkIns() {
      const { walkIns } = get()
      if (walkIns === null || !(await note({ is: 'walk_ins', count: walkIns }))) return
      // Counted on meanwhile: that is still to be noted.
      if (get().walkIns === walkIns) set({ walkIns: null })
      keepDraft()
    },

    async confirm() {
      const { at, struck, headCount, pending } = get()
      const known = valueOf(get().roster)
      if (!at || !known || headCount === null || pending) return
      const { absent } = closingOf(withMarks(known, useMarks.getState().marks), struck)
      set({ pending: 'confirm', error: null, result: null })
      // Once the books are closed it can no longer be noted.
      await get().noteWalkIns()
      if (get().at !== at) return
      const noted = await useMarks
        .getState()
        .note(at, { is: 'confirm', headCount, absent: absent.map((row) => row.attendeeId) })
      set({ pending: null, error: noted.is === 'refused' ? noted.error : null })
      if (noted.is !== 'sent' || !noted.answer || get().at !== at) return
      const { roster: after, ...sums } = noted.answer
      set({ result: sums, ...NO_DRAFT })
      keepDraft()
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
      set({ result: null, ...NO_DRAFT })
      keepDraft()
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
  }
})

function isReady(roster: Loadable<Roster>): boolean {
  return roster.phase === 'ready'
}

function namesIn(roster: Roster): Record<string, string> {
  return Object.fromEntries([
    ...rowsOf(roster).map((row) => [row.attendeeId, row.name]),
    ...roster.toCall.map((callee) => [callee.residentId, callee.name]),
    ...roster.slots.flatMap((slot) =>
      slot.waiting.flatMap((party) => party.people.map((it) => [it.attendeeId, it.name])),
    ),
  ])
}

/** As it may lie on the phone: names that a roll call has opened are not kept. */
function withoutNames(roster: Roster): Roster {
  const masked = <Row extends { name: string }>(row: Row) => ({ ...row, name: maskName(row.name) })
  const slots = roster.slots.map((slot) => ({
    ...slot,
    rows: slot.rows.map(masked),
    waiting: slot.waiting.map((party) => ({ ...party, people: party.people.map(masked) })),
  }))
  const { leader, toCall } = roster
  const open = { revealed: false, namesUntil: null, leader: leader && masked(leader) }
  return { ...roster, ...open, slots, toCall: toCall.map(masked) }
}

function withNames(roster: Loadable<Roster>, names: Record<string, string>): Loadable<Roster> {
  if (roster.phase !== 'ready') return roster
  const named = <Row extends { attendeeId: string; name: string }>(row: Row) => ({
    ...row,
    name: names[row.attendeeId] ?? row.name,
  })
  const slots = roster.value.slots.map((slot) => ({
    ...slot,
    rows: slot.rows.map(named),
    waiting: slot.waiting.map((party) => ({ ...party, people: party.people.map(named) })),
  }))
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
