import type { CallError } from '@/api/call'
import type { ActionName, Answer, Payload } from '@/contract/actions'
import type { Instant } from '@/domain/time'
import { forget, recall, remember } from '@/platform/storage'
import { ask } from './ask'

/** What a page shows of something it reads. */
export type Loadable<T> =
  | { phase: 'loading' }
  /** `keptSince`: the server was not reached; this is what it said then */
  | { phase: 'ready'; value: T; keptSince: Instant | null }
  | { phase: 'failed'; error: CallError }

export const LOADING: { phase: 'loading' } = { phase: 'loading' }

export function ready<T>(value: T): Loadable<T> {
  return { phase: 'ready', value, keptSince: null }
}

export function valueOf<T>(loadable: Loadable<T>): T | null {
  return loadable.phase === 'ready' ? loadable.value : null
}

/** While something already stands on the screen it stays there until the new answer comes. */
export function whileLoading<T>(current: Loadable<T>): Loadable<T> {
  return current.phase === 'ready' ? current : LOADING
}

/** Not for whoever asks: no member, or of too low a role. */
export function isForbidden(loadable: Loadable<unknown>): boolean {
  return loadable.phase === 'failed' && loadable.error.code === 'forbidden'
}

const KEPT = 'kept:'

/** Reads from the API. With `keep`, the last answer is kept for when there is no network: as it is, or what is made of it. */
export async function load<A extends ActionName>(
  action: A,
  payload: Payload<A>,
  { keep }: { keep: boolean | ((answer: Answer<A>) => Answer<A>) } = { keep: false },
): Promise<Loadable<Answer<A>>> {
  const key = keyOf(action, payload)
  const result = await ask(action, payload)
  if (result.ok) {
    const value = typeof keep === 'function' ? keep(result.data) : result.data
    if (keep) remember(key, { value, at: result.now })
    return ready(result.data)
  }
  const kept = keep && result.error.code === 'unreachable' ? keptAnswer(action, payload) : null
  return kept
    ? { phase: 'ready', value: kept.value, keptSince: kept.at }
    : { phase: 'failed', error: result.error }
}

/** What was kept of it the last time; null: nothing. */
export function keptAnswer<A extends ActionName>(
  action: A,
  payload: Payload<A>,
): { value: Answer<A>; at: Instant } | null {
  return recall(keyOf(action, payload))
}

function keyOf(action: ActionName, payload: object): string {
  return `${KEPT}${action}:${JSON.stringify(payload)}`
}

/** Whoever comes next on this phone sees nothing of the one before. */
export function forgetKept(): void {
  forget(KEPT)
}
