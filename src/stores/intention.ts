import { create } from 'zustand'
import type { CallError, CallResult } from '@/api/call'
import type { Payload } from '@/contract/actions'
import { MINUTE, type Instant } from '@/domain/time'
import { onNetworkBack } from '@/platform/network'
import { recall, remember } from '@/platform/storage'
import { carryOut, requestIdOf } from './ask'
import { serverNow } from './clock'

/** What somebody may want on a dead network, and still wants when it is back. */
export type KeptAction =
  | 'bookSlot'
  | 'applyForDraw'
  | 'joinWaitlist'
  | 'acceptOffer'
  | 'takeSubstitute'
  | 'remindMe'
  | 'cancelBooking'
  | 'leaveWaitlist'
  | 'withdrawApplication'

export interface About {
  sessionId: string
  title: string
}

/** A tap that no answer came to: it is sent again by its own id, so it has one effect. */
export interface Intention extends About {
  action: KeptAction
  payload: Payload<KeptAction>
  requestId: string
  at: Instant
}

/** What became of one that had to wait; `late`: it waited too long to be sent unasked. */
export type News = { intention: Intention } & (
  { is: 'done' } | { is: 'refused'; error: CallError } | { is: 'late' }
)

interface IntentionStore {
  waiting: Intention[]
  /** the last of them */
  news: News | null
  /** sends what waits, one after another, until there is no answer again */
  send(): Promise<void>
  drop(requestId: string): void
  forgetNews(): void
}

/** Forgotten with everything else that is kept of a person. */
const INTENTIONS = 'kept:intentions'
const GOOD_FOR = 30 * MINUTE
const MOST = 5
const AGAIN = 12_000

// Written down before it is sent: an app that is closed meanwhile still knows what it had asked.
const underWay = new Map<string, Intention>()

let sending: Promise<void> | null = null

export const useIntentions = create<IntentionStore>((set, get) => ({
  waiting: recall<Intention[]>(INTENTIONS) ?? [],
  news: null,

  send() {
    sending ??= sendAll().finally(() => (sending = null))
    return sending
  },

  drop(requestId) {
    set({ waiting: get().waiting.filter((it) => it.requestId !== requestId) })
    keep()
  },

  forgetNews: () => set({ news: null }),
}))

/** Something about this session waits: that it did not go through is told by what waits. */
export function waitsAt(sessionId: string): boolean {
  return useIntentions.getState().waiting.some((it) => it.sessionId === sessionId)
}

/**
 * Carries out what a tap asks for. When nothing answers, or the server cannot now, it is kept and sent once
 * more when it can be: then `error` says why it waits, and `waiting` holds it.
 */
export async function carryOutOrKeep<A extends KeptAction>(
  action: A,
  payload: Payload<A>,
  about: About,
): Promise<CallResult<A>> {
  const { waiting } = useIntentions.getState()
  const before = waiting.find((it) => it.action === action && same(it.payload, payload))
  const intention: Intention = before ?? {
    ...about,
    action,
    payload: payload as Payload<KeptAction>,
    requestId: requestIdOf(action, payload),
    at: serverNow(),
  }
  underWay.set(intention.requestId, intention)
  keep()
  const result = await carryOut(action, payload, intention.requestId)
  underWay.delete(intention.requestId)
  const kept = mayWait(result) && (before || waiting.length < MOST)
  const others = useIntentions.getState().waiting.filter((it) => it !== before)
  useIntentions.setState({ news: null, waiting: kept ? [...others, intention] : others })
  keep()
  return result
}

/** For as long as the app is open: at once, when the network is back, and every so often. */
export function keepSending(): void {
  const again = () => {
    if (useIntentions.getState().waiting.length > 0) void useIntentions.getState().send()
  }
  onNetworkBack(again)
  setInterval(again, AGAIN)
  again()
}

async function sendAll(): Promise<void> {
  for (const intention of useIntentions.getState().waiting) {
    const news = await sendOne(intention)
    if (!news) return
    // Dropped meanwhile: nobody waits for it.
    if (!useIntentions.getState().waiting.includes(intention)) continue
    useIntentions.setState({ news })
    useIntentions.getState().drop(intention.requestId)
  }
}

async function sendOne(intention: Intention): Promise<News | null> {
  if (serverNow() - intention.at > GOOD_FOR) return { intention, is: 'late' }
  const result = await carryOut(intention.action, intention.payload, intention.requestId)
  if (mayWait(result)) return null
  return result.ok ? { intention, is: 'done' } : { intention, is: 'refused', error: result.error }
}

function mayWait(result: CallResult<KeptAction>): boolean {
  return !result.ok && (result.now === null || result.error.code === 'unavailable')
}

function keep(): void {
  remember(INTENTIONS, [...useIntentions.getState().waiting, ...underWay.values()])
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
