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

interface Intention {
  requestId: string
  running: Promise<unknown> | null
}

const intentions = new Map<string, Intention>()

/**
 * Carries out something that changes things. A second tap joins the first; a repetition after
 * a lost answer keeps the request's id, so it has one effect.
 */
export function carryOut<A extends ActionName>(action: A, payload: Payload<A>): Promise<CallResult<A>> {
  const key = `${action} ${JSON.stringify(payload)}`
  const intention = intentions.get(key) ?? { requestId: newRequestId(), running: null }
  intentions.set(key, intention)
  const running = (intention.running ?? send(action, payload, intention, key)) as Promise<CallResult<A>>
  intention.running = running
  return running
}

async function send<A extends ActionName>(action: A, payload: Payload<A>, intention: Intention, key: string) {
  const result = await ask(action, payload, intention.requestId)
  intention.running = null
  if (result.now !== null) intentions.delete(key)
  return result
}

const PASSING: CallError['code'][] = [
  ...(['unreachable', 'unavailable', 'internal', 'too_many_requests', 'unauthenticated'] as const),
]

/** It says nothing about the request itself: the same one may be answered otherwise in a while. */
export function isPassing({ code }: CallError): boolean {
  return PASSING.includes(code)
}
