import type { AcceptAnswer, MessageTemplate } from '@/domain/platform-message'
import { newRequestId } from '@/api/request-id'
import { mayAskAbout, messagesAfter, TOLD_WITHIN, type LeaveAsked } from '@/domain/message-leave'
import type { Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { onNetworkBack } from '@/platform/network'
import { alwaysRefused, askLeave, canAskLeave } from '@/platform/subscribe'
import { recall, remember } from '@/platform/storage'
import { ask, isPassing } from './ask'
import { serverNow } from './clock'
import { useElderMode } from './elder'

interface Answered {
  template: MessageTemplate
  answer: AcceptAnswer
}

const KEY = 'leave'

type Kept = LeaveAsked & {
  /** in elder mode the first tap has gone by without a question */
  spared: boolean
}

const NEVER_ASKED: Kept = { at: {}, never: [], spared: false }

/** The kinds that are set up, with the platform's ids; null: not heard of yet. */
let known: { template: MessageTemplate; id: string }[] | null = null

/** Hears what may be asked about, so that it is there when somebody taps. */
export async function prepareLeave(): Promise<void> {
  if (known || !canAskLeave()) return
  const result = await ask('getMessageTemplates', {})
  if (result.ok) known = result.data.templates
}

/**
 * Asks for leave to bring the messages that are of use after this step: within the tap, before anything is awaited,
 * else the phone shows nothing. In elder mode the first tap is left in peace.
 * @returns what was answered; nothing where nobody was asked
 */
export async function askLeaveAfter(standing: Standing): Promise<Answered[]> {
  const kept = recall<Kept>(KEY) ?? NEVER_ASKED
  const now = serverNow()
  const may = mayAskAbout(messagesAfter(standing), kept, now)
  const asked = (known ?? []).filter((it) => may.includes(it.template))
  if (asked.length === 0 || !canAskLeave()) return []
  if (useElderMode.getState().on && !kept.spared) {
    remember(KEY, { ...kept, spared: true })
    return []
  }
  const at = { ...kept.at, ...Object.fromEntries(asked.map((it) => [it.template, now])) }
  remember(KEY, { ...kept, at })
  const leave = await askLeave(asked.map((it) => it.id))
  if (!leave.ok) return []
  const answered = asked.flatMap(({ template, id }) => {
    const answer = leave.answers[id]
    return answer ? [{ template, id, answer }] : []
  })
  await noteRefusals(answered)
  return answered.map(({ template, answer }) => ({ template, answer }))
}

async function noteRefusals(answered: (Answered & { id: string })[]): Promise<void> {
  const refused = answered.filter((it) => it.answer === 'reject')
  const banned = answered.filter((it) => it.answer === 'ban').map((it) => it.template)
  const always = refused.length > 0 ? await alwaysRefused(refused.map((it) => it.id)) : []
  const forGood = [...banned, ...refused.filter((it) => always.includes(it.id)).map((it) => it.template)]
  if (forGood.length === 0) return
  const kept = recall<Kept>(KEY) ?? NEVER_ASKED
  remember(KEY, { ...kept, never: [...new Set([...kept.never, ...forGood])] })
}

/** What was answered and the server has not heard: closing the app loses nothing, sending it twice counts once. */
interface Untold {
  requestId: string
  communityId: string
  answers: Answered[]
  at: Instant
}

// Whoever takes this phone over has allowed nothing by it: see forgetKept.
const UNTOLD = 'kept:leave'
const untold = () => recall<Untold[]>(UNTOLD) ?? []

let telling: Promise<void> | null = null
let stopListening: (() => void) | null = null

/** Tells the community what was answered: now, or when it can be reached. */
export async function recordLeave(communityId: string, answering: Promise<Answered[]>): Promise<void> {
  const answers = await answering
  if (!answers.some((it) => it.answer === 'accept' || it.answer === 'ban')) return tellLeave()
  const requestId = newRequestId()
  remember(UNTOLD, [...untold(), { requestId, communityId, answers, at: serverNow() }])
  // Where nothing can be kept it is told once at least.
  if (untold().some((it) => it.requestId === requestId)) await tellLeave()
  else await ask('recordAccepts', { communityId, answers }, requestId)
}

/** Sends what could not be told before. */
export async function tellLeave(): Promise<void> {
  // What was added while a round was running is in that round, or in the next.
  if (telling) await telling
  telling ??= tellAll().finally(() => (telling = null))
  return telling
}

async function tellAll(): Promise<void> {
  stopListening?.()
  stopListening = null
  for (const { requestId, communityId, answers, at } of untold()) {
    if (serverNow() < at + TOLD_WITHIN) {
      const result = await ask('recordAccepts', { communityId, answers }, requestId)
      if (!result.ok && isPassing(result.error)) {
        stopListening = onNetworkBack(() => void tellLeave())
        return
      }
      // The booking that makes a newcomer a member may have been lost on the same bad network, and come later.
      if (!result.ok && result.error.code === 'forbidden') continue
    }
    remember(
      UNTOLD,
      untold().filter((it) => it.requestId !== requestId),
    )
  }
}
