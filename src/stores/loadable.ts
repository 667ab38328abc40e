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

/** Everything that is kept of a person: answers, marks, intentions. */
const KEPT = 'kept:'
const ANSWERS = `${KEPT}answer:`

/** Which contract the kept answers are of. */
const OF = `${KEPT}contract`
if (recall(OF) !== process.env.LINLI_CONTRACT) {
  // The app is newer than what it has kept: a page would look for what is not there.
  forget(ANSWERS)
  remember(OF, process.env.LINLI_CONTRACT)
}

/** What is asked for just now: the promise of the last who asked, and how many wait. */
const asking = new Map<string, { latest: Promise<unknown>; waiting: number }>()

/**
 * Reads from the API. With `keep`, the last answer is kept for when there is no network: as it is, or what is made of it.
 * Answers may overtake one another: whoever asked earlier is given what was asked for last.
 */
export function load<A extends ActionName>(
  action: A,
  payload: Payload<A>,
  options?: { keep: boolean | ((answer: Answer<A>) => Answer<A>) },
): Promise<Loadable<Answer<A>>> {
  type Asked = Promise<Loadable<Answer<A>>>
  const key = keyOf(action, payload)
  const asked: Asked = read(action, payload, options).then((answer) => {
    round.waiting -= 1
    if (round.waiting === 0) asking.delete(key)
    return round.latest === asked ? answer : (round.latest as Asked)
  })
  const round = asking.get(key) ?? { latest: asked, waiting: 0 }
  round.latest = asked
  round.waiting += 1
  asking.set(key, round)
  return asked
}

async function read<A extends ActionName>(
  action: A,
  payload: Payload<A>,
  { keep }: { keep: boolean | ((answer: Answer<A>) => Answer<A>) } = { keep: false },
): Promise<Loadable<Answer<A>>> {
  const key = keyOf(action, payload)
  const result = await ask(action, payload)
  if (result.ok) {
    const value = typeof keep === 'function' ? keep(result.data) : result.data
    if (keep) keepAnswer(key, { value, at: result.now })
    return ready(result.data)
  }
  const kept = keep && result.error.code === 'unreachable' ? keptAnswer(action, payload) : null
  return kept
    ? { phase: 'ready', value: kept.value, keptSince: kept.at }
    : { phase: 'failed', error: result.error }
}

// A year of pages fills what the phone lends: then what was kept goes, and it begins anew.
function keepAnswer(key: string, kept: { value: unknown; at: Instant }): void {
  if (remember(key, kept)) return
  forget(ANSWERS)
  remember(key, kept)
}

/** What was kept of it the last time; null: nothing. */
export function keptAnswer<A extends ActionName>(
  action: A,
  payload: Payload<A>,
): { value: Answer<A>; at: Instant } | null {
  return recall(keyOf(action, payload))
}

function keyOf(action: ActionName, payload: object): string {
  return `${ANSWERS}${action}:${JSON.stringify(payload)}`
}

/** Whoever comes next on this phone sees nothing of the one before. */
export function forgetKept(): void {
  forget(KEPT)
}
