import type { ActionName } from '@/contract/actions'
import { isUnavailable, type Transaction } from './db/database'
import { Refused, RequestFailure, type BatchRow } from './handler'
import { retrying } from './retrying'
import type { Deployment } from './dispatch'
import { answerOf, conflict, keptAnswers, keyOf, repeatable, type Repeatable } from './once-only'
import { findAskers, saveAnswers } from './repositories/answer'
import { communityExists } from './repositories/community'

/** A valid request of somebody known, whose answer is kept. */
export interface Joint {
  row: BatchRow<ActionName>
  name: ActionName
  payload: { communityId: string }
  openId: string
  requestId: string
}

/** The answer, a refusal, or the error of this one request. */
export type JointResult = unknown

/**
 * One transaction for all that wait. When it fails they are decided one by one, so that nobody suffers
 * for another's request.
 */
export async function decideTogether(deployment: Deployment, take: () => Joint[]): Promise<JointResult[]> {
  try {
    return await deployment.database.transaction((tx) => decide(deployment, tx, take()))
  } catch (error) {
    const requests = take()
    if (isUnavailable(error)) throw error
    const results: JointResult[] = []
    for (const request of requests) results.push(await decideAlone(deployment, request))
    return results
  }
}

async function decideAlone(deployment: Deployment, request: Joint): Promise<JointResult> {
  try {
    const [result] = await retrying(() =>
      deployment.database.transaction((tx) => decide(deployment, tx, [request])),
    )
    return result
  } catch (error) {
    return error
  }
}

async function decide(
  { now: clock, services }: Deployment,
  tx: Transaction,
  requests: Joint[],
): Promise<JointResult[]> {
  const [first] = requests
  if (!first) return []
  const { name, row } = first
  const { communityId } = first.payload
  const now = clock()
  const repeatables = requests.map((request) => repeatable(name, request))
  const askers = await findAskers(tx, communityId, repeatables)
  if (askers.every(({ resident }) => resident === null) && !(await communityExists(tx, communityId)))
    return requests.map(() => new RequestFailure('not_found', 'there is no such community'))
  const before = askers.map((asker, index) => answerOf(asker.kept, repeatables[index] as Repeatable))
  const once = firstOfEach(repeatables)
  const fresh = requests.flatMap((_, index) =>
    before[index] === undefined && once[index] === index ? index : [],
  )
  const asked = fresh.map((index) => {
    const { openId, payload } = requests[index] as Joint
    return { openId, resident: askers[index]?.resident ?? null, payload: payload as never }
  })
  const decided = asked.length > 0 ? await row.decide({ tx, communityId, now, services }, asked) : NOTHING
  const results: JointResult[] = [...before]
  for (const [at, index] of fresh.entries()) results[index] = decided.results[at]
  const kept = fresh
    .filter((index) => isAnswer(results[index]))
    .map((index) => keep(repeatables, results, index))
  await Promise.all([decided.written, saveAnswers(tx, communityId, name, kept, now)])
  await findOwnEffect(tx, communityId, repeatables, results)
  return results.map((result, index) => resultOf(result, index, { once, repeatables, results }))
}

const NOTHING = { results: [], written: Promise.resolve() }

const isAnswer = (result: unknown) => !(result instanceof Refused) && !(result instanceof Error)

function keep(repeatables: Repeatable[], results: unknown[], index: number) {
  return { ...(repeatables[index] as Repeatable), data: JSON.stringify(results[index]) }
}

/** For each request the first one of the same id: sent twice, it is decided once. */
function firstOfEach(repeatables: Repeatable[]): number[] {
  const first = new Map<string, number>()
  return repeatables.map((request, index) => {
    const key = keyOf(request)
    if (!first.has(key)) first.set(key, index)
    return first.get(key) ?? index
  })
}

/** The same request, sent twice at once, waited for our locks and now refuses what it has itself done. */
async function findOwnEffect(
  tx: Transaction,
  communityId: string,
  repeatables: Repeatable[],
  results: unknown[],
): Promise<void> {
  const refused = results.flatMap((result, index) => (result instanceof Refused ? index : []))
  if (refused.length === 0) return
  const own = await keptAnswers(
    tx,
    communityId,
    refused.map((index) => repeatables[index] as Repeatable),
  )
  for (const [at, index] of refused.entries()) results[index] = own[at] ?? results[index]
}

function resultOf(
  result: unknown,
  index: number,
  { once, repeatables, results }: { once: number[]; repeatables: Repeatable[]; results: unknown[] },
): JointResult {
  const first = once[index] ?? index
  if (first === index || result !== undefined) return result
  return repeatables[first]?.payloadHash === repeatables[index]?.payloadHash ? results[first] : conflict()
}
