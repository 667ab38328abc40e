import type { ActionName, Answer } from '@/contract/actions'
import { toWire } from '@/contract/instants'
import type { Instant } from '@/domain/time'
import type { Database, Transaction } from '../db/database'
import { dispatch, type Deployment } from '../dispatch'
import { createSignedLinks } from '../files/signed-links'
import { createIdentities } from '../identity'
import { newRowId } from '../ids'
import { COMMUNITY } from './neighbourhood'
import { createPlatformServices } from '../wechat/platform-services'
import { openIdOf } from './personas'

/** Where the demo's people act: one transaction, and a clock that is put to whenever they do. */
export interface Stage {
  tx: Transaction
  database: Database
  clock: { now: Instant }
  /**
   * Does what a person would do, through the handlers.
   * @throws Error unless it is done
   */
  act: <A extends ActionName>(code: string, action: A, payload: object) => Promise<Answer<A>>
  /** The same; null when the answer is a refusal. */
  attempt: <A extends ActionName>(code: string, action: A, payload: object) => Promise<Answer<A> | null>
  /** what has been done so far, in words */
  tally: () => string
}

export function createStage(tx: Transaction, { doorKey, now }: { doorKey: string; now: Instant }): Stage {
  const clock = { now }
  let failure: unknown
  const done: Partial<Record<ActionName, number>> = {}
  // Every request is a part of the one transaction: what happens is kept whole or not at all.
  const database: Database = { transaction: (work) => work(tx), close: () => Promise.resolve() }
  const deployment: Deployment = {
    database,
    services: {
      identities: createIdentities('the demo signs nobody in while it is seeded', () =>
        Promise.resolve(null),
      ),
      files: createSignedLinks(doorKey),
      doorKey,
      ...createPlatformServices(null),
    },
    now: () => clock.now,
    report: ({ error }) => {
      failure = error
    },
  }
  const attempt: Stage['attempt'] = async (code, action, payload) => {
    const envelope = await dispatch(deployment, {
      action,
      payload: toWire({ communityId: COMMUNITY.id, ...payload }),
      requestId: newRowId(),
      openId: openIdOf(code),
    })
    if (envelope.ok) {
      done[action] = (done[action] ?? 0) + 1
      return envelope.data as never
    }
    if (envelope.error.code === 'refused') return null
    throw new Error(`the demo's ${action} failed: ${envelope.error.message}`, { cause: failure })
  }
  const act: Stage['act'] = async (code, action, payload) => {
    const answer = await attempt(code, action, payload)
    if (answer === null) throw new Error(`the demo's ${action} was refused`)
    return answer
  }
  const tally = () => {
    const { publishCall = 0, bookSlot = 0, checkIn = 0, markPresent = 0 } = done
    return `${publishCall} calls, ${bookSlot} bookings, ${checkIn + markPresent} check-ins`
  }
  return { tx, database, clock, act, attempt, tally }
}
