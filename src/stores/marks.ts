import { useEffect } from 'react'
import { create } from 'zustand'
import type { CallError, CallResult } from '@/api/call'
import { newRequestId } from '@/api/request-id'
import type { Answer } from '@/contract/actions'
import type { Instant } from '@/domain/time'
import { onNetworkBack } from '@/platform/network'
import { recall, remember } from '@/platform/storage'
import { ask, isPassing } from './ask'

/** What a leader notes on the spot. */
export type Act =
  | { is: 'present'; attendeeId: string; why: string; from: Instant }
  /** `until` null: stayed after all */
  | { is: 'left'; attendeeId: string; why: string; until: Instant | null }
  /** who came without being registered */
  | { is: 'walk_ins'; count: number }
  | { is: 'confirm'; headCount: number; absent: string[] }

/** Kept on the phone until the server has it: closing the app loses nothing, sending it twice changes nothing. */
export interface Mark {
  requestId: string
  communityId: string
  sessionId: string
  act: Act
  /** the server would not have it; null: it is still to be sent */
  refused: CallError | null
}

/** What came of a mark. */
export type Noted =
  | { is: 'sent'; answer: Answer<'confirmSession'> | null }
  /** for want of a network */
  | { is: 'waiting' }
  | { is: 'refused'; error: CallError }

interface MarksStore {
  /** in the order in which they were made */
  marks: Mark[]
  note(at: { communityId: string; sessionId: string }, act: Act): Promise<Noted>
  /** sends what waits, one after the other. @returns whether anything was sent */
  send(): Promise<boolean>
  /** what was refused is of no more use */
  drop(requestId: string): void
}

const KEY = 'kept:marks'

const answers = new Map<string, Answer<'confirmSession'> | null>()
let sending: Promise<boolean> | null = null

export const useMarks = create<MarksStore>((set, get) => {
  const save = (marks: Mark[]) => {
    remember(KEY, marks)
    set({ marks })
  }
  const without = (requestId: string) => get().marks.filter((mark) => mark.requestId !== requestId)

  const sendAll = async () => {
    let sent = false
    for (;;) {
      const mark = get().marks.find((it) => it.refused === null)
      if (!mark) return sent
      const result = await post(mark)
      if (result.ok) {
        sent = true
        answers.set(mark.requestId, 'roster' in result.data ? result.data : null)
        save(without(mark.requestId))
      } else if (isPassing(result.error)) return sent
      else {
        const { error } = result
        save(get().marks.map((it) => (it.requestId === mark.requestId ? { ...it, refused: error } : it)))
      }
    }
  }

  return {
    marks: recall<Mark[]>(KEY) ?? [],

    async note(at, act) {
      const mark: Mark = { requestId: newRequestId(), ...at, act, refused: null }
      save([...get().marks.filter((it) => !replaces(mark, it)), mark])
      await get().send()
      const left = () => get().marks.find((it) => it.requestId === mark.requestId)
      if (!left()) {
        const answer = answers.get(mark.requestId) ?? null
        answers.delete(mark.requestId)
        return { is: 'sent', answer }
      }
      const error = left()?.refused
      if (!error) return { is: 'waiting' }
      // Said at once to who made it, so that nothing is left to be dropped.
      save(without(mark.requestId))
      return { is: 'refused', error }
    },

    async send() {
      // What was added while a round was running is in that round, or in the next.
      if (sending) await sending
      sending ??= sendAll().finally(() => (sending = null))
      return sending
    },

    drop: (requestId) => save(without(requestId)),
  }
})

/** A later count of who was not registered takes the place of one that still waits. */
function replaces({ sessionId, act }: Mark, before: Mark): boolean {
  return act.is === 'walk_ins' && before.act.is === 'walk_ins' && before.sessionId === sessionId
}

type Posted = 'markPresent' | 'markLeft' | 'recordWalkIns' | 'confirmSession'

function post(mark: Mark): Promise<{ [A in Posted]: CallResult<A> }[Posted]> {
  const { requestId, communityId, sessionId, act } = mark
  const at = { communityId, sessionId }
  switch (act.is) {
    case 'present':
      return ask('markPresent', { ...at, attendeeId: act.attendeeId, why: act.why, at: act.from }, requestId)
    case 'left':
      return ask(
        'markLeft',
        { ...at, attendeeId: act.attendeeId, why: act.why, leftAt: act.until },
        requestId,
      )
    case 'walk_ins':
      return ask('recordWalkIns', { ...at, count: act.count }, requestId)
    case 'confirm':
      return ask('confirmSession', { ...at, headCount: act.headCount, absent: act.absent }, requestId)
  }
}

const AGAIN = 20_000

/** While a page of the leader's is open, what waits is sent: now, when the network is back, and every so often. */
export function useSendMarks(onSent: () => unknown): void {
  const send = useMarks((store) => store.send)
  const waits = useMarks((store) => store.marks.some((mark) => mark.refused === null))
  useEffect(() => {
    if (!waits) return
    const again = () => void send().then((sent) => sent && onSent())
    const timer = setInterval(again, AGAIN)
    // What was kept when the app was closed is sent as soon as it is open.
    again()
    const stop = onNetworkBack(again)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [waits, send, onSent])
}
