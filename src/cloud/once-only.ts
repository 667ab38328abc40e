import { createHash } from 'node:crypto'
import type { ActionName } from '@/contract/actions'
import type { Instant } from '@/domain/time'
import type { Transaction } from './db/database'
import { Refused, RequestFailure } from './handler'
import { findAnswers, saveAnswers, type AnswerKey, type KeptAnswer } from './repositories/answer'

/** A request that changes something, as far as its repetition is concerned. */
export interface Repeatable extends AnswerKey {
  payloadHash: string
}

export function repeatable(
  name: ActionName,
  { openId, requestId, payload }: AnswerKey & { payload: unknown },
): Repeatable {
  const payloadHash = createHash('sha256')
    .update(JSON.stringify([name, payload]))
    .digest('hex')
  return { openId, requestId, payloadHash }
}

/** The answers once given to these very requests, in their order: see {@link answerOf}. */
export async function keptAnswers(
  tx: Transaction,
  communityId: string,
  requests: Repeatable[],
): Promise<unknown[]> {
  const kept = new Map((await findAnswers(tx, communityId, requests)).map((it) => [keyOf(it), it]))
  return requests.map((request) => answerOf(kept.get(keyOf(request)), request))
}

export const keyOf = ({ openId, requestId }: AnswerKey) => `${openId} ${requestId}`

/** What was answered to the very request; undefined: nothing yet; a failure: its id was used for another. */
export function answerOf(kept: KeptAnswer | null | undefined, request: Repeatable): unknown {
  if (!kept) return undefined
  return kept.payloadHash === request.payloadHash ? (JSON.parse(kept.data) as unknown) : conflict()
}

export const conflict = () =>
  new RequestFailure('request_id_conflict', 'this requestId was used for another request')

/** A repeated request gets the first one's answer; a refusal was never kept and is decided anew. */
export async function onceOnly(
  tx: Transaction,
  {
    communityId,
    name,
    now,
    ...request
  }: Repeatable & { communityId: string; name: ActionName; now: Instant },
  act: () => Promise<unknown>,
): Promise<unknown> {
  const kept = async () => {
    const [answer] = await keptAnswers(tx, communityId, [request])
    if (answer instanceof RequestFailure) throw answer
    return answer
  }
  const before = await kept()
  if (before !== undefined) return before
  const result = await act()
  // The same request, sent twice at once, waited for our locks and now refuses what it has itself done.
  if (result instanceof Refused) return (await kept()) ?? result
  await saveAnswers(tx, communityId, name, [{ ...request, data: JSON.stringify(result) }], now)
  return result
}
