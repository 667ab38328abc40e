import { call, type CallError, type CallResult } from '@/api/call'
import { newRequestId } from '@/api/request-id'
import type { ActionName, Payload } from '@/contract/actions'
import { learnTime } from './clock'

/** One question to the API; what it says of the time is remembered. */
export async function ask<A extends ActionName>(
  action: A,
  payload: Payload<A>,
  requestId?: string,
): Promise<CallResult<A>> {
  const result = await call(action, payload, requestId ? { requestId } : {})
  if (result.now !== null) learnTime(result.now)
  return result
}

interface UnderWay {
  requestId: string
  running: Promise<unknown> | null
}

const intentions = new Map<string, UnderWay>()

/**
 * Carries out something that changes things. A second tap joins the first; a repetition after
 * a lost answer keeps the request's id, so it has one effect.
 * @param requestId of an intention that was kept since the app was opened last
 */
export function carryOut<A extends ActionName>(
  action: A,
  payload: Payload<A>,
  requestId = newRequestId(),
): Promise<CallResult<A>> {
  const key = keyOf(action, payload)
  const intention = intentions.get(key) ?? { requestId, running: null }
  intentions.set(key, intention)
  const running = (intention.running ?? send(action, payload, intention, key)) as Promise<CallResult<A>>
  intention.running = running
  return running
}

/** The id by which this goes, or went without an answer. */
export function requestIdOf<A extends ActionName>(action: A, payload: Payload<A>): string {
  return intentions.get(keyOf(action, payload))?.requestId ?? newRequestId()
}

function keyOf(action: ActionName, payload: object): string {
  return `${action} ${JSON.stringify(payload)}`
}

async function send<A extends ActionName>(action: A, payload: Payload<A>, intention: UnderWay, key: string) {
  const result = await ask(action, payload, intention.requestId)
  intention.running = null
  // An overloaded server may have done it all the same.
  const known = result.now !== null && (result.ok || result.error.code !== 'unavailable')
  if (known) intentions.delete(key)
  return result
}

const PASSING: CallError['code'][] = [
  ...(['unreachable', 'unavailable', 'internal', 'too_many_requests', 'unauthenticated'] as const),
]

/** It says nothing about the request itself: the same one may be answered otherwise in a while. */
export function isPassing({ code }: CallError): boolean {
  return PASSING.includes(code)
}
