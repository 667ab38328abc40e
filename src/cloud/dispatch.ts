import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { contracts, type ActionName } from '@/contract/actions'
import type { Envelope, InputFault, RequestError } from '@/contract/envelope'
import { requestId as requestIdSchema } from '@/contract/fields'
import { mayActAs } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { actions } from './actions'
import { isUnavailable, isWorthRetrying, type Database, type Transaction } from './db/database'
import { Refused, RequestFailure, type ActionRow, type Services } from './handler'
import { findAnswer, saveAnswer } from './repositories/answer'
import { communityExists } from './repositories/community'
import { findByOpenId } from './repositories/resident'
import { firstUnstorable } from './text-check'

export interface Request {
  action: unknown
  payload: unknown
  requestId: unknown
  /** who asks, as the transport has established it; null: nobody known */
  openId: string | null
}

export interface Deployment {
  database: Database
  services: Services
  now: () => Instant
  /** hears of failures that are ours; gets no personal data */
  report: (failure: { action: string; requestId: string | null; error: unknown }) => void
}

const ATTEMPTS = 4

/** Validates a request, runs its handler in one transaction, and answers in the envelope. Never throws. */
export async function dispatch(deployment: Deployment, request: Request): Promise<Envelope<unknown>> {
  const now = deployment.now()
  const action = typeof request.action === 'string' ? request.action : ''
  try {
    if (!Object.hasOwn(actions, action)) {
      throw new RequestFailure('unknown_action', `there is no action of this name; GET /api lists them`)
    }
    const name = action as ActionName
    const payload = validate(name, request.payload)
    const requestId = request.requestId === undefined ? null : validRequestId(request.requestId)
    const result = await attempt(deployment, { ...request, name, payload, requestId, now })
    return result instanceof Refused
      ? { ok: false, error: { code: 'refused', message: result.reason.reason, reason: result.reason }, now }
      : { ok: true, data: result, now }
  } catch (error) {
    return { ok: false, error: toRequestError(deployment, action, request.requestId, error), now }
  }
}

interface ValidRequest {
  name: ActionName
  payload: { communityId?: string }
  requestId: string | null
  openId: string | null
  now: Instant
}

async function attempt(deployment: Deployment, request: ValidRequest): Promise<unknown> {
  const { database, services } = deployment
  const row = actions[request.name] as ActionRow<ActionName>
  if (row.access === 'anyone')
    return row.handler({ database, now: request.now, services }, request.payload as never)
  for (let tried = 1; ; tried += 1) {
    try {
      return await database.transaction((tx) => run(services, tx, row, request))
    } catch (error) {
      if (error instanceof Refused) return error
      // Two requests met (the same one twice, or a deadlock): on the new state it is decided again.
      if (tried === ATTEMPTS || !isWorthRetrying(error)) throw error
    }
  }
}

async function run(
  services: Services,
  tx: Transaction,
  row: Exclude<ActionRow<ActionName>, { access: 'anyone' }>,
  request: ValidRequest,
): Promise<unknown> {
  const { payload, now, openId } = request
  if (openId === null) throw new RequestFailure('unauthenticated', 'sign in first')
  const { communityId } = payload
  const resident = communityId === undefined ? null : await findByOpenId(tx, communityId, openId)
  if (communityId !== undefined && !resident && !(await communityExists(tx, communityId))) {
    throw new RequestFailure('not_found', 'there is no such community')
  }
  if (row.access !== 'visitor' && !(resident && mayActAs(resident.role, row.access))) {
    throw new RequestFailure('forbidden', `this needs the role of ${row.access} in the community`)
  }
  const act = () => row.handler({ tx, now, services, openId, resident } as never, payload as never)
  if (!row.writes) return act()
  if (request.requestId === null)
    throw new RequestFailure('bad_input', 'an action that changes something needs a requestId')
  if (row.kept === false) return act()
  return onceOnly(tx, { ...request, requestId: request.requestId, residentId: resident?.id ?? null }, act)
}

/** A repeated request gets the first one's answer; a refusal was never kept and is decided anew. */
async function onceOnly(
  tx: Transaction,
  request: ValidRequest & { requestId: string; residentId: string | null },
  act: () => Promise<unknown>,
): Promise<unknown> {
  const { name, payload, requestId, openId, now } = request
  const { communityId } = payload
  if (communityId === undefined) return act()
  const payloadHash = createHash('sha256')
    .update(JSON.stringify([name, payload]))
    .digest('hex')
  // A visitor may have become a resident by the first of two equal requests.
  const residentId = async () => request.residentId ?? (await findByOpenId(tx, communityId, openId ?? ''))?.id
  const keptAnswer = async () => {
    const id = await residentId()
    const kept = id ? await findAnswer(tx, { communityId, residentId: id, requestId }) : null
    if (kept && kept.payloadHash !== payloadHash) {
      throw new RequestFailure('request_id_conflict', 'this requestId was used for another request')
    }
    return kept && (JSON.parse(kept.data) as unknown)
  }
  const before = request.residentId === null ? null : await keptAnswer()
  if (before !== null) return before
  const result = await act()
  // The same request, sent twice at once, waited for our locks and now refuses what it has itself done.
  if (result instanceof Refused) return (await keptAnswer()) ?? result
  const id = await residentId()
  const data = JSON.stringify(result)
  if (id)
    await saveAnswer(tx, { communityId, residentId: id, requestId, action: name, payloadHash, data, now })
  return result
}

function validate(name: ActionName, payload: unknown): { communityId?: string } {
  const bad = firstUnstorable(payload)
  if (bad) throw badInput([bad])
  const result = v.safeParse(
    contracts[name].request as v.GenericSchema<unknown, { communityId?: string }>,
    payload ?? {},
  )
  if (result.success) return result.output
  throw badInput(
    result.issues.slice(0, 10).map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  )
}

function badInput(faults: InputFault[]): RequestFailure {
  const first = faults[0]
  return new RequestFailure(
    'bad_input',
    first ? `${first.path || 'payload'}: ${first.message}` : 'bad input',
    faults,
  )
}

function validRequestId(requestId: unknown): string {
  const result = v.safeParse(requestIdSchema, requestId)
  if (result.success) return result.output
  throw new RequestFailure('bad_input', 'requestId must be 8–64 of 0-9 A-Z a-z _ -')
}

function toRequestError(
  deployment: Deployment,
  action: string,
  requestId: unknown,
  error: unknown,
): RequestError {
  if (error instanceof RequestFailure) {
    return { code: error.code, message: error.message, ...(error.faults && { faults: error.faults }) }
  }
  deployment.report({
    action: Object.hasOwn(actions, action) ? action : 'unknown',
    requestId: v.is(requestIdSchema, requestId) ? requestId : null,
    error,
  })
  return isUnavailable(error)
    ? { code: 'unavailable', message: 'the database cannot be reached just now; try again' }
    : { code: 'internal', message: 'this should not have happened; it has been noted' }
}
