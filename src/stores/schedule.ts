import type { Answer } from '@/contract/actions'
import type { Standing } from '@/domain/standing'
import { carryOut } from './ask'
import { carryOutOrKeep, useIntentions, waitsAt, type About } from './intention'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { askLeaveAfter, prepareLeave, recordLeave } from './message-leave'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { aboutOf, cancelPlaces, leaveLine, thankHelpers, type Outcome } from './next-step'
import { createPerCommunity } from './per-community'
import { takeOverPost, withdrawSubstitute } from './substitute'

export type Bookings = Answer<'listMyBookings'>
export type Which = 'upcoming' | 'past'

export type ScheduleOutcome = Outcome | { is: 'accepted' } | { is: 'readiness'; usePoints: boolean }

interface ScheduleStore {
  upcoming: Loadable<Bookings>
  past: Loadable<Bookings>
  which: Which
  /** id of the booking, entry or offer whose answer is under way */
  pending: string | null
  outcome: ScheduleOutcome | null
  show(which: Which): void
  refresh(): Promise<void>
  more(): Promise<void>
  nextPage: NextPage
  cancel(bookingId: string, attendeeIds: string[]): Promise<void>
  accept(offerId: string, standing: Standing): Promise<void>
  leave(waitlistEntryId: string): Promise<void>
  /** ready to pay for a place of the window, or no longer */
  pay(waitlistEntryId: string, usePoints: boolean): Promise<void>
  withdrawSubstitute(substituteId: string): Promise<void>
  takeOver(bookingId: string): Promise<void>
  /** who helped in the class of a booking */
  thank(bookingId: string, sessionId: string): Promise<void>
}

export const useSchedule = createPerCommunity<ScheduleStore>((set, get) => {
  async function carry(
    id: string,
    act: (communityId: string, about: About) => Promise<ScheduleOutcome>,
  ): Promise<void> {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return
    set({ pending: id, outcome: null })
    const about = aboutOf(sessionOf(id, valueOf(get().upcoming)))
    const outcome = await act(communityId, about)
    set({ pending: null, outcome: waitsAt(about.sessionId) ? null : outcome })
    await get().refresh()
  }

  return {
    upcoming: LOADING,
    past: LOADING,
    which: 'upcoming',
    pending: null,
    outcome: null,
    ...NEXT_PAGE,

    show(which) {
      set({ which, outcome: null })
      void get().refresh()
    },

    async refresh() {
      const { which } = get()
      set({ [which]: whileLoading(get()[which]) })
      const communityId = await currentCommunity()
      if (communityId === null) return set({ [which]: withoutCommunity(NOTHING) })
      const bookings = await load('listMyBookings', { communityId, which }, { keep: true })
      // A visitor has no bookings yet: that is no failure.
      set({ [which]: isStranger(bookings) ? ready(NOTHING) : bookings })
      if (valueOf(bookings)?.waitlists.some((it) => it.offer !== null)) void prepareLeave()
    },

    async more() {
      const { which } = get()
      const shown = valueOf(get()[which])
      const communityId = await currentCommunity()
      if (!shown?.nextCursor || communityId === null) return
      const asked = { communityId, which, cursor: shown.nextCursor }
      const page = await turnPage(
        { get, set },
        'listMyBookings',
        asked,
        () => valueOf(get()[which]) === shown,
      )
      if (!page) return
      const bookings = [...shown.bookings, ...page.bookings]
      set({ [which]: ready({ ...shown, bookings, nextCursor: page.nextCursor }) })
    },

    cancel: (bookingId, attendeeIds) =>
      carry(bookingId, (communityId, about) => cancelPlaces(communityId, bookingId, attendeeIds, about)),

    async accept(offerId, standing) {
      if (get().pending !== null) return
      // Within the tap, before anything is awaited: the phone lets us ask at no other time.
      const leave = askLeaveAfter(standing)
      await carry(offerId, async (communityId, about) => {
        const result = await carryOutOrKeep('acceptOffer', { communityId, offerId }, about)
        void recordLeave(communityId, leave)
        return result.ok ? { is: 'accepted' } : { is: 'failed', error: result.error }
      })
    },

    leave: (waitlistEntryId) =>
      carry(waitlistEntryId, (communityId, about) => leaveLine(communityId, waitlistEntryId, about)),

    pay: (waitlistEntryId, usePoints) =>
      carry(waitlistEntryId, async (communityId) => {
        const result = await carryOut('changeWaitlist', { communityId, waitlistEntryId, usePoints })
        return result.ok ? { is: 'readiness', usePoints } : { is: 'failed', error: result.error }
      }),

    withdrawSubstitute: (substituteId) =>
      carry(substituteId, (communityId) => withdrawSubstitute(communityId, substituteId)),

    takeOver: (bookingId) => carry(bookingId, (communityId) => takeOverPost(communityId, bookingId)),

    thank: (bookingId, sessionId) => carry(bookingId, (communityId) => thankHelpers(communityId, sessionId)),
  }
})

// What had to wait for the network was done at last, or refused.
useIntentions.subscribe(({ news }, before) => {
  if (news !== null && news !== before.news) void useSchedule.getState().refresh()
})

/** @param id of a booking, a place in line or an offer */
function sessionOf(id: string, shown: Bookings | null): { id: string; title: string } {
  const booking = shown?.bookings.find((it) => it.id === id)
  const entry = shown?.waitlists.find((it) => it.id === id || it.offer?.id === id)
  return (booking ?? entry)?.session ?? { id: '', title: '' }
}

const NOTHING: Bookings = { bookings: [], waitlists: [], applications: [], nextCursor: null }

function isStranger(loaded: Loadable<Bookings>): boolean {
  return loaded.phase === 'failed' && loaded.error.code === 'forbidden'
}
