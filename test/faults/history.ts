import type { ActionName } from '@/contract/actions'
import { isDeepStrictEqual } from 'node:util'

/** A request as somebody meant it, however often it was sent. Times as on the wire. */
export interface Operation {
  requestId: string
  who: string
  action: ActionName
  payload: object
  /** what was answered to it, once it was done */
  data: unknown
  outcome: 'open' | 'done' | 'refused' | 'failed' | 'unknown'
  /** an attempt ended without an answer: it may have been carried out, and may still be */
  mayBeDone: boolean
  /** when it was last sent, by the campaign's clock */
  at: number
}

/** All that was asked and answered. */
export class History {
  /** requests that change something */
  readonly operations: Operation[] = []
  reads = 0
  /** answers that no fault excuses */
  readonly wrong: string[] = []
  readonly tally = new Map<string, number>()

  count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1)
  }

  done(operation: Operation, data: unknown): void {
    if (operation.outcome === 'done' && !isDeepStrictEqual(operation.data, data))
      this.wrong.push(`3: ${operation.action} ${operation.requestId} was answered in two ways`)
    operation.outcome = 'done'
    operation.data = data
  }

  refused(operation: Operation, outcome: 'refused' | 'failed', why: string): void {
    // Once done, the same request is answered by what it did.
    if (operation.outcome === 'done')
      this.wrong.push(`3: ${operation.action} ${operation.requestId} was done, and then ${why}`)
    else operation.outcome = outcome
  }
}
