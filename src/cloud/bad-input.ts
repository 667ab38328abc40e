import type { InputFault } from '@/contract/envelope'
import type { CallFault } from '@/domain/call'
import { RequestFailure } from './handler'

/** The first fault in words, and all of them by field. */
export function badInput(faults: InputFault[]): RequestFailure {
  const [first] = faults
  return new RequestFailure(
    'bad_input',
    first ? `${first.path || 'payload'}: ${first.message}` : 'bad input',
    faults,
  )
}

/** What the rules of a call have found in it, as the answer to it. */
export function badCall(faults: CallFault[]): RequestFailure {
  return badInput(faults.map(({ path, fault }) => ({ path, message: fault, fault })))
}
