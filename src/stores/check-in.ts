import type { CallError } from '@/api/call'
import type { FreePlace } from '@/contract/other-refusal'
import type { SessionView } from '@/contract/session-view'
import type { Instant } from '@/domain/time'
import { ask, carryOut } from './ask'
import { createPerCommunity } from './per-community'

interface CheckInStore {
  at: { communityId: string; sessionId: string } | null
  session: SessionView['session'] | null
  /** what the next number is for; null: nothing, the page says how it stands */
  asks: 'check_in' | 'check_out' | null
  checkedInAt: Instant | null
  checkedOutAt: Instant | null
  /** to be had by who came without a booking, the number having been right */
  free: FreePlace | null
  pending: boolean
  error: CallError | null
  /** @param number of the QR code that led here */
  open(communityId: string, sessionId: string, number?: string): Promise<void>
  send(number: string): Promise<void>
  /** books the free place and checks in */
  takeFree(): Promise<void>
  leave(): void
  comeBack(): void
}

const NOTHING = { session: null, checkedInAt: null, checkedOutAt: null, free: null, error: null }

export const useCheckIn = createPerCommunity<CheckInStore>((set, get) => ({
  at: null,
  asks: 'check_in',
  pending: false,
  ...NOTHING,

  async open(communityId, sessionId, number) {
    const at = { communityId, sessionId }
    set({ at, asks: 'check_in', pending: false, ...NOTHING })
    const result = await ask('getSession', at)
    if (get().at !== at) return
    if (result.ok) {
      const own = ownPresence(result.data)
      set({ session: result.data.session })
      if (own && get().checkedInAt === null && !get().pending) set({ ...own, asks: null })
    }
    // Somebody who is there already may have scanned it to leave; that is theirs to say.
    if (number !== undefined && get().checkedInAt === null) await get().send(number)
  },

  async send(number) {
    const { at, asks, pending } = get()
    if (!at || pending) return
    set({ pending: true, error: null, free: null })
    if (asks === 'check_out') {
      const result = await carryOut('checkOut', { ...at, code: number })
      if (get().at !== at) return
      set(result.ok ? { ...result.data, asks: null } : { error: result.error })
    } else {
      const result = await carryOut('checkIn', { ...at, code: number })
      if (get().at !== at) return
      if (result.ok) set({ ...result.data, checkedOutAt: null, asks: null })
      else set({ error: result.error, free: freeIn(result.error) })
    }
    set({ pending: false })
  },

  async takeFree() {
    const { at, free, pending } = get()
    if (!at || !free || pending) return
    set({ pending: true, error: null })
    const result = await carryOut('takeAndCheckIn', { ...at, slotId: free.slotId })
    if (get().at !== at) return
    if (result.ok) set({ ...result.data, checkedOutAt: null, asks: null })
    else set({ error: result.error })
    // Without an answer the same tap may be repeated.
    set({ pending: false, free: !result.ok && result.now === null ? free : null })
  },

  leave: () => set({ asks: 'check_out', error: null }),
  comeBack: () => set({ asks: 'check_in', error: null }),
}))

function ownPresence({ member, slots }: SessionView) {
  const attendees = slots.flatMap((slot) => slot.bookings).flatMap((booking) => booking.attendees)
  const own = attendees.find((it) => it.id === member?.residentId && it.checkedInAt !== null)
  return own && { checkedInAt: own.checkedInAt, checkedOutAt: own.checkedOutAt }
}

function freeIn(error: CallError): FreePlace | null {
  const reason = 'reason' in error ? error.reason : undefined
  return reason?.reason === 'not_booked' ? reason.free : null
}
