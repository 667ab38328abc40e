import * as v from 'valibot'
import { contracts, type ActionName } from '@/contract/actions'
import type { Envelope, RequestError } from '@/contract/envelope'
import type { ContentVerdict } from '@/domain/content-check'
import { requestId as requestIdSchema } from '@/contract/fields'
import { mayActAs, type Access } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { actions } from './actions'
import { badInput } from './bad-input'
import { isUnavailable, ofRequest, type Database, type Transaction } from './db/database'
import { decideTogether, type Joint, type JointResult } from './decide-together'
import { Refused, RequestFailure, type ActionRow, type BatchRow, type Services } from './handler'
import { onceOnly, repeatable } from './once-only'
import { communityExists } from './repositories/community'
import { leadsSession } from './repositories/leader'
import { findByOpenId, type ResidentRow } from './repositories/resident'
import { retrying } from './retrying'
import { firstUnstorable } from './text-check'
import { Together } from './together'

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
  /** hears, after the answer stands, where something was changed; must not throw */
  changed?: (communityId: string) => void
}

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
    if (actions[name].writes && payload.communityId !== undefined) deployment.changed?.(payload.communityId)
    return result instanceof Refused
      ? { ok: false, error: { code: 'refused', message: result.reason.reason, reason: result.reason }, now }
      : { ok: true, data: result, now }
  } catch (error) {
    return { ok: false, error: toRequestError(deployment, action, request.requestId, error), now }
  }
}

/** What dispatch itself reads of a payload. */
interface RequestPayload {
  communityId?: string
  sessionId?: string
}

interface ValidRequest {
  name: ActionName
  payload: RequestPayload
  requestId: string | null
  openId: string | null
  now: Instant
}

type KnownRequest = ValidRequest & { openId: string }

async function attempt(deployment: Deployment, request: ValidRequest): Promise<unknown> {
  const { services } = deployment
  const database = ofRequest(deployment.database, request.requestId)
  const row = actions[request.name] as ActionRow<ActionName>
  if (row.access === 'anyone')
    return row.handler({ database, now: request.now, services }, request.payload as never)
  const known = identified(request)
  if ('decide' in row) return together(deployment, row, { ...known, requestId: idOf(known) })
  if ('apart' in row) {
    await database.transaction((tx) => admit(tx, row.access, known))
    return row.apart({ database, now: known.now, services }, known.payload as never)
  }
  try {
    const verdict = await checkText({ database, services }, row, known)
    return await retrying(() => database.transaction((tx) => run(services, tx, row, { ...known, verdict })))
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

const gathering = new WeakMap<Deployment, Together<Joint, JointResult>>()

async function together(
  deployment: Deployment,
  row: BatchRow<ActionName>,
  request: KnownRequest & { requestId: string },
): Promise<unknown> {
  const { communityId = '' } = request.payload
  const gathered = gathering.get(deployment) ?? new Together((take) => decideTogether(deployment, take))
  gathering.set(deployment, gathered)
  const key = `${request.name} ${communityId} ${row.together(request.payload as never)}`
  const result = await gathered.submit(key, { ...request, row, payload: { ...request.payload, communityId } })
  if (result instanceof Error) throw result
  return result
}

type SingleRow = Exclude<
  ActionRow<ActionName>,
  { access: 'anyone' } | { decide: unknown } | { apart: unknown }
>

const PASS: ContentVerdict = { suggest: 'pass' }

/** Who may not act is told so before the platform is troubled. */
async function checkText(
  { database, services }: Pick<Deployment, 'database' | 'services'>,
  row: SingleRow,
  request: KnownRequest,
): Promise<ContentVerdict> {
  if (!('text' in row) || !row.text) return PASS
  const { text: textOf } = row
  const text = await database.transaction(async (tx) => {
    const resident = await admit(tx, row.access, request)
    return resident && textOf({ tx, resident }, request.payload as never)
  })
  return text ? services.checkContent(request.openId, text) : PASS
}

/** @returns who asks; null for a visitor who is no member */
async function admit(
  tx: Transaction,
  access: 'visitor' | Access,
  request: KnownRequest,
  { stays }: { stays: boolean } = { stays: false },
) {
  const { payload, openId } = request
  const { communityId } = payload
  const resident = communityId === undefined ? null : await findByOpenId(tx, communityId, openId, { stays })
  if (communityId !== undefined && !resident && !(await communityExists(tx, communityId))) {
    throw new RequestFailure('not_found', 'there is no such community')
  }
  if (access !== 'visitor' && !(resident && (await mayAct(tx, access, resident, request)))) {
    throw new RequestFailure('forbidden', `this needs the role of ${access} in the community`)
  }
  return resident
}

/** A leader is one in the session the request names, and nowhere else. */
async function mayAct(
  tx: Transaction,
  access: Access,
  { id, role, communityId }: ResidentRow,
  { payload: { sessionId }, now }: KnownRequest,
): Promise<boolean> {
  if (mayActAs(role, access)) return true
  return access === 'leader' && sessionId !== undefined && leadsSession(tx, communityId, sessionId, id, now)
}

async function run(
  services: Services,
  tx: Transaction,
  row: SingleRow,
  request: KnownRequest & { verdict: ContentVerdict },
): Promise<unknown> {
  const { name, payload, now, openId, verdict } = request
  const { communityId } = payload
  const resident = await admit(tx, row.access, request, { stays: row.writes && !row.leaves })
  const context = { tx, now, services, openId, resident, verdict, requestId: request.requestId }
  const act = () => row.handler(context as never, payload as never)
  if (!row.writes) return act()
  const requestId = idOf(request)
  if (row.kept === false || communityId === undefined) return act()
  return onceOnly(tx, { ...repeatable(name, { openId, requestId, payload }), communityId, name, now }, act)
}

function identified(request: ValidRequest): KnownRequest {
  const { openId } = request
  if (openId === null) throw new RequestFailure('unauthenticated', 'sign in first')
  return { ...request, openId }
}

function idOf({ requestId }: ValidRequest): string {
  if (requestId === null)
    throw new RequestFailure('bad_input', 'an action that changes something needs a requestId')
  return requestId
}

function validate(name: ActionName, payload: unknown): RequestPayload {
  const bad = firstUnstorable(payload)
  if (bad) throw badInput([bad])
  const result = v.safeParse(
    contracts[name].request as v.GenericSchema<unknown, RequestPayload>,
    payload ?? {},
  )
  if (result.success) return result.output
  throw badInput(
    result.issues.slice(0, 10).map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  )
}

function validRequestId(requestId: unknown): string {
  const result = v.safeParse(requestIdSchema, requestId)
  if (result.success) return result.output
  throw new RequestFailure('bad_input', 'requestId must be 8–64 of 0-9 A-Z a-z _ -')
}

/** The id a phone has sent, if it may stand in a log. */
export const knownRequestId = (requestId: unknown) => (v.is(requestIdSchema, requestId) ? requestId : null)

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
    requestId: knownRequestId(requestId),
    error,
  })
  return isUnavailable(error)
    ? { code: 'unavailable', message: 'the database cannot be reached just now; try again' }
    : { code: 'internal', message: 'this should not have happened; it has been noted' }
}
