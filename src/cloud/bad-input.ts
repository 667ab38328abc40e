import type { CallFault } from '@/domain/call'
import { RequestFailure } from './handler'

/** What the rules of a call have found in it, as the answer to it. */
export function badInput(faults: CallFault[]): RequestFailure {
  const [first] = faults
  return new RequestFailure(
    'bad_input',
    first ? `${first.path}: ${first.fault}` : 'bad input',
    faults.map(({ path, fault }) => ({ path, message: fault, fault })),
  )
}
