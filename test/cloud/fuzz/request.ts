import * as v from 'valibot'
import { contracts, type ActionName } from '@/contract/actions'
import { requestId } from '@/contract/fields'
import { actions } from '@/cloud/actions'
import { firstUnstorable } from '@/cloud/text-check'
import { HOSTILE_ACTIONS, HOSTILE_BODIES, HOSTILE_REQUEST_IDS } from './hostile'
import { bodyOf, mutate } from './mutate'
import { payloadOf, type Making } from './payload'

/** One request as it goes over the wire. */
export interface FuzzRequest {
  action: string
  body: string
  requestId: string | null
  /** open id; null: nobody known */
  actor: string | null
  /** nothing of it may be done, and the answer is a 4xx: known before it is sent */
  invalid: boolean
}

const MOST_BYTES = 64 * 1024
const names = Object.keys(contracts) as ActionName[]

const FIT: Record<string, readonly string[]> = {
  anyone: ['new-1'],
  visitor: [
    'owner',
    'waiter',
    'resident-here',
    'new-1',
    'new-2',
    'new-3',
    'skilled',
    'cadre',
    'resident-there',
  ],
  resident: ['owner', 'waiter', 'resident-here', 'skilled', 'new-1', 'resident-there'],
  leader: ['leader', 'cadre-here', 'cadre'],
  cadre: ['cadre', 'cadre-here', 'admin-here', 'cadre', 'cadre-there'],
  admin: ['admin-here', 'admin-here', 'admin-there'],
}
const EVERYBODY = [...new Set(Object.values(FIT).flat()), "' OR 1=1", '微信🙂']

/** Everything that makes a request, beside chance. */
export interface Source extends Making {
  /** a well-formed payload of the action, where one is known */
  wellFormed: (action: ActionName) => object | undefined
  /** one that was sent before */
  usedId: () => string | undefined
  newId: () => string
}

export function makeRequest(source: Source): FuzzRequest {
  const { chance } = source
  const action = chance.percent(2) ? chance.pick(HOSTILE_ACTIONS) : chance.pick(names)
  const request = {
    action,
    body: chance.percent(3)
      ? chance.pick(HOSTILE_BODIES)
      : broken(source, bodyOf(payloadFor(source, action))),
    requestId: idFor(source),
    actor: actorFor(source, action),
  }
  return { ...request, invalid: isInvalid(request) }
}

function payloadFor(source: Source, action: string): unknown {
  const { chance } = source
  if (!Object.hasOwn(contracts, action)) return {}
  const name = action as ActionName
  const known = chance.percent(60) ? source.wellFormed(name) : undefined
  const payload = known ? refreshed(source, known) : payloadOf(source, contracts[name].request)
  return chance.percent(35) ? mutate(source, payload) : payload
}

/** The same with other ids here and there, of whatever community. */
function refreshed({ chance, known }: Source, payload: object): object {
  const entries = Object.entries(payload).map(([key, value]) => [
    key,
    typeof value === 'string' && chance.percent(key === 'communityId' ? 5 : 40)
      ? (known.pick(key) ?? value)
      : value,
  ])
  return Object.fromEntries(entries) as object
}

function broken({ chance }: Source, body: string): string {
  if (!chance.percent(2)) return body
  const at = chance.below(body.length + 1)
  return chance.percent(50) ? body.slice(0, at) : `${body.slice(0, at)}\u0000${body.slice(at)}`
}

function idFor({ chance, usedId, newId }: Source): string | null {
  const dice = chance.below(100)
  if (dice < 86) return newId()
  if (dice < 92) return usedId() ?? newId()
  return dice < 96 ? null : chance.pick(HOSTILE_REQUEST_IDS)
}

function actorFor({ chance }: Source, action: string): string | null {
  if (chance.percent(5)) return null
  const access = Object.hasOwn(actions, action) ? actions[action as ActionName].access : 'visitor'
  return chance.pick(chance.percent(70) ? (FIT[access] ?? EVERYBODY) : EVERYBODY)
}

function isInvalid({ action, body, requestId: id, actor }: Omit<FuzzRequest, 'invalid'>): boolean {
  if (!Object.hasOwn(contracts, action)) return true
  const name = action as ActionName
  if (actor === null && actions[name].access !== 'anyone') return true
  // A header is trimmed on its way.
  if (id !== null && !v.is(requestId, id.trim())) return true
  if (Buffer.byteLength(body) > MOST_BYTES) return true
  try {
    const payload: unknown = body === '' ? {} : JSON.parse(body)
    return firstUnstorable(payload) !== null || !v.safeParse(contracts[name].request, payload ?? {}).success
  } catch {
    return true
  }
}
