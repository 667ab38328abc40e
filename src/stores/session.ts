import type { SessionView } from '@/contract/session-view'
import type { DrawPoints } from '@/domain/draw-chance'
import type { Standing } from '@/domain/standing'
import { ask } from './ask'
import { useIntentions, waitsAt, type About } from './intention'
import { keptAnswer, load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { useMembership } from './membership'
import { askLeaveAfter, prepareLeave, recordLeave } from './message-leave'
import {
  aboutOf,
  cancelPlaces,
  cancelReminder,
  leaveLine,
  nameToNeighbours,
  takeStep,
  thankHelpers,
  withdrawApplication,
  type Outcome,
} from './next-step'
import { createPerCommunity } from './per-community'
import { chosenFor, currentSlot } from './slot-choice'
import { passOnPost, takeOverPost, withdrawSubstitute } from './substitute'

/** What a card or link names beside the session. */
interface Link {
  substituteId?: string | undefined
  shareId?: string | undefined
}

/** Counted already since the app was opened: somebody who comes back is nobody more. */
const counted = new Set<string>()

interface SessionStore {
  /** `substituteId`: by whose link, of a post that is passed on */
  at: { communityId: string; sessionId: string; substituteId?: string | undefined } | null
  view: Loadable<SessionView>
  /** false: it stands as it was kept the last time, until the server has answered */
  fresh: boolean
  /** of the card or link by which one came; it goes on with whoever is told of it */
  shareId: string | null
  slotId: string | null
  /** by slot; absent: whoever fits */
  chosen: Record<string, string[]>
  /** gave up a place since the page was opened: not ticked again by itself */
  leftOut: string[]
  /** would pay for a place that comes free in the window */
  usePoints: boolean
  /** would pay for a better chance in a draw */
  drawPoints: DrawPoints
  pending: boolean
  outcome: Outcome | null
  open(communityId: string, sessionId: string, link?: Link): Promise<void>
  refresh(): Promise<void>
  chooseSlot(slotId: string): void
  togglePerson(personId: string): void
  toggleUsePoints(): void
  chooseDrawPoints(points: DrawPoints): void
  /** does what the main button says */
  act(standing: Standing): Promise<void>
  cancel(bookingId: string, attendeeIds: string[]): Promise<void>
  leaveWaitlist(waitlistEntryId: string): Promise<void>
  withdraw(applicationId: string): Promise<void>
  passOn(bookingId: string): Promise<Outcome | null>
  withdrawSubstitute(substituteId: string): Promise<void>
  takeOver(bookingId: string): Promise<void>
  cancelReminder(slotId: string): Promise<void>
  /** thanks who helped in a class that is over */
  thank(): Promise<void>
  /** whether neighbours who come along may see one's name */
  nameToNeighbours(named: boolean): Promise<void>
}

export const useSession = createPerCommunity<SessionStore>((set, get) => ({
  at: null,
  view: LOADING,
  fresh: true,
  shareId: null,
  slotId: null,
  chosen: {},
  leftOut: [],
  usePoints: true,
  drawPoints: 0,
  pending: false,
  outcome: null,

  async open(communityId, sessionId, { substituteId, shareId } = {}) {
    const { at } = get()
    const same =
      at?.communityId === communityId && at.sessionId === sessionId && at.substituteId === substituteId
    if (!same) {
      const next = { communityId, sessionId, substituteId }
      const kept = keptAnswer('getSession', next)
      const view = kept ? ready(kept.value) : LOADING
      set({ at: next, view, fresh: !kept, slotId: null, chosen: {}, drawPoints: 0 })
    }
    set({ outcome: null, pending: false, leftOut: [], shareId: shareId ?? null })
    await get().refresh()
    // Nobody waits for it: it goes after what the page needs.
    if (shareId && !counted.has(shareId)) {
      counted.add(shareId)
      void ask('openShare', { communityId, shareId })
    }
    // Only a community that is there: a broken link must not become everybody's home.
    const found = get().view.phase === 'ready' && get().at?.communityId === communityId
    if (found && useMembership.getState().communityId === null) useMembership.getState().choose(communityId)
    void prepareLeave()
  },

  async refresh() {
    const { at, view } = get()
    if (!at) return
    set({ view: whileLoading(view) })
    const loaded = await load('getSession', at, { keep: true })
    if (get().at === at) set({ view: loaded, fresh: true })
  },

  chooseSlot: (slotId) => set({ slotId, outcome: null }),

  togglePerson(personId) {
    const view = valueOf(get().view)
    const slot = view && currentSlot(view, get().slotId)
    if (!view || !slot) return
    const before = chosenFor(get().chosen, get().leftOut, view, slot)
    const after = before.includes(personId) ? before.filter((id) => id !== personId) : [...before, personId]
    set({ chosen: { ...get().chosen, [slot.id]: after }, slotId: slot.id, outcome: null })
  },

  toggleUsePoints: () => set({ usePoints: !get().usePoints }),
  chooseDrawPoints: (drawPoints) => set({ drawPoints, outcome: null }),

  async act(standing) {
    const view = valueOf(get().view)
    const slot = view && currentSlot(view, get().slotId)
    if (!view || !slot || get().pending) return
    // The button goes on speaking about this slot, whatever else would now be likelier.
    set({ pending: true, outcome: null, slotId: slot.id })
    const taking = takeStep(view, slot, standing, get())
    // On its way first; but still within the tap, as the phone lets us ask at no other time.
    const leave = askLeaveAfter(standing)
    const step = await taking
    if (step?.view) set({ view: ready(step.view), chosen: {} })
    // A refusal says that the page is out of date: somebody was quicker.
    else if (step && isRefused(step.outcome)) await get().refresh()
    // Who has just joined by booking is a member from now on.
    if (step?.view && !view.member) void useMembership.getState().settle()
    set({ pending: false, outcome: step && !waitsAt(view.session.id) ? step.outcome : null })
    void recordLeave(view.community.id, leave)
    // What else the booking changed, in other slots and for others, is read while its outcome is told.
    if (step?.outcome.is === 'booked') void get().refresh()
  },

  async cancel(bookingId, attendeeIds) {
    await carry((it, about) => cancelPlaces(it, bookingId, attendeeIds, about), attendeeIds)
  },
  async leaveWaitlist(waitlistEntryId) {
    await carry((it, about) => leaveLine(it, waitlistEntryId, about))
  },
  async withdraw(applicationId) {
    await carry((it, about) => withdrawApplication(it, applicationId, about))
  },
  passOn: (bookingId) => carry((it) => passOnPost(it, bookingId)),
  async withdrawSubstitute(substituteId) {
    await carry((it) => withdrawSubstitute(it, substituteId))
  },
  async takeOver(bookingId) {
    await carry((it) => takeOverPost(it, bookingId))
  },
  async cancelReminder(slotId) {
    await carry((it) => cancelReminder(it, slotId))
  },
  async thank() {
    await carry((it) => thankHelpers(it, get().at?.sessionId ?? ''))
  },
  async nameToNeighbours(named) {
    await carry((it) => nameToNeighbours(it, named))
  },
}))

// What had to wait for the network was done at last, or refused.
useIntentions.subscribe(({ news }, before) => {
  const { at, refresh } = useSession.getState()
  if (news !== null && news !== before.news && news.intention.sessionId === at?.sessionId) void refresh()
})

async function carry(
  act: (communityId: string, about: About) => Promise<Outcome>,
  attendeeIds: string[] = [],
): Promise<Outcome | null> {
  const { at, view, pending, leftOut, refresh } = useSession.getState()
  const session = valueOf(view)?.session
  if (!at || !session || pending) return null
  useSession.setState({ pending: true, outcome: null })
  const outcome = await act(at.communityId, aboutOf(session))
  if (outcome.is === 'cancelled') useSession.setState({ leftOut: [...leftOut, ...attendeeIds] })
  await refresh()
  if (useSession.getState().at !== at) return outcome
  useSession.setState({ pending: false, chosen: {}, outcome: waitsAt(session.id) ? null : outcome })
  return outcome
}

function isRefused(outcome: Outcome): boolean {
  return outcome.is === 'failed' && outcome.error.code === 'refused'
}
