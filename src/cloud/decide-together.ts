import type { ActionName } from '@/contract/actions'
import { isUnavailable, ofRequest, type Transaction } from './db/database'
import { notFound, Refused, RequestFailure, type Asked, type BatchRow } from './handler'
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
    return await deployment.database.transaction(
      (tx) => decide(deployment, tx, take()),
      () => take().map(({ requestId }) => requestId),
    )
  } catch (error) {
    const requests = take()
    if (isUnavailable(error)) throw error
    if (error instanceof RequestFailure) return requests.map(() => error)
    const results: JointResult[] = []
    for (const request of requests) results.push(await decideAlone(deployment, request))
    return results
  }
}

async function decideAlone(deployment: Deployment, request: Joint): Promise<JointResult> {
  const database = ofRequest(deployment.database, request.requestId)
  try {
    const [result] = await retrying(() => database.transaction((tx) => decide(deployment, tx, [request])))
    return result
  } catch (error) {
    return error
  }
}

/** A request on its way to its answer. */
interface Turn extends Joint {
  repeatable: Repeatable
  /** an earlier request of the same id, here too: sent twice, it is decided once */
  twin: Turn | undefined
  /** undefined until it is known */
  result: JointResult
}

async function decide(
  { now: clock, services }: Deployment,
  tx: Transaction,
  requests: Joint[],
): Promise<JointResult[]> {
  const [first] = requests
  if (!first) return []
  const { name, row, payload } = first
  const { communityId } = payload
  const now = clock()
  const turns = turnsOf(requests)
  const asking = findFresh(tx, communityId, turns)
  const { results, write } = await row.decide(
    { tx, communityId, now, services },
    row.together(payload as never),
    asking.then((fresh) => fresh.map(({ asked }) => asked)),
  )
  const fresh = (await asking).map(({ turn }, at) => Object.assign(turn, { result: results[at] }))
  const kept = fresh.filter(({ result }) => !(result instanceof Refused) && !(result instanceof Error))
  const answers = kept.map(({ repeatable, result }) => ({ ...repeatable, data: JSON.stringify(result) }))
  await tx.last(() =>
    Promise.all([
      findOwnEffect(tx, communityId, fresh),
      write(),
      saveAnswers(tx, communityId, name, answers, now),
    ]),
  )
  return turns.map(resultOf)
}

function turnsOf(requests: Joint[]): Turn[] {
  const first = new Map<string, Turn>()
  return requests.map((request) => {
    const its = repeatable(request.name, request)
    const turn: Turn = { ...request, repeatable: its, twin: first.get(keyOf(its)), result: undefined }
    if (!turn.twin) first.set(keyOf(its), turn)
    return turn
  })
}

/**
 * Gives those their answer who have been answered before.
 * @returns the others
 * @throws RequestFailure when there is no such community
 */
async function findFresh(
  tx: Transaction,
  communityId: string,
  turns: Turn[],
): Promise<{ turn: Turn; asked: Asked<ActionName> }[]> {
  const askers = await findAskers(
    tx,
    communityId,
    turns.map((turn) => turn.repeatable),
  )
  if (askers.every(({ resident }) => resident === null) && !(await communityExists(tx, communityId)))
    throw notFound('community')
  return askers.flatMap(({ resident, kept }, index) => {
    const turn = turns[index] as Turn
    turn.result = answerOf(kept, turn.repeatable)
    if (turn.result !== undefined || turn.twin) return []
    return { turn, asked: { openId: turn.openId, resident, payload: turn.payload as never } }
  })
}

/** The same request, sent twice at once, waited for our locks and now refuses what it has itself done. */
async function findOwnEffect(tx: Transaction, communityId: string, turns: Turn[]): Promise<void> {
  const refused = turns.filter(({ result }) => result instanceof Refused)
  if (refused.length === 0) return
  const requests = refused.map((turn) => turn.repeatable)
  const own = await keptAnswers(tx, communityId, requests)
  for (const [at, turn] of refused.entries()) turn.result = own[at] ?? turn.result
}

function resultOf({ result, twin, repeatable }: Turn): JointResult {
  if (!twin || result !== undefined) return result
  return twin.repeatable.payloadHash === repeatable.payloadHash ? twin.result : conflict()
}
