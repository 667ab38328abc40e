import { tell } from '@/api/call'
import { MESSAGE_MOST, STACK_MOST, withoutPeople, type PhoneError } from '@/domain/phone-error'
import { whereItRuns } from '@/platform/failures'

/** While the app is open: one that fails again and again says no more than its first times. */
const MOST = 5
const told = new Set<string>()

/** Tells the server what went wrong here, without people, each thing once. Never fails itself. */
export function reportFailure(kind: PhoneError['kind'], failure: unknown): void {
  try {
    const { message, stack } = wordsOf(failure)
    const words = { message: withoutPeople(message, MESSAGE_MOST), stack: withoutPeople(stack, STACK_MOST) }
    const key = words.message + words.stack
    if (told.size >= MOST || told.has(key)) return
    told.add(key)
    tell('reportError', { kind, ...words, ...whereItRuns() })
  } catch {
    // To report that would be the beginning of a circle.
  }
}

/** wx gives an error as one text, and what its own functions fail with as `errMsg`. */
function wordsOf(failure: unknown): { message: string; stack: string } {
  if (typeof failure === 'string') return { message: failure.split('\n    at ')[0] ?? '', stack: failure }
  const { name, message, errMsg, stack } = (failure ?? {}) as Record<string, unknown>
  const said = [name, message, errMsg].filter((it) => typeof it === 'string').join(': ')
  return { message: said || typeof failure, stack: typeof stack === 'string' ? stack : '' }
}
