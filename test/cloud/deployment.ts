import * as v from 'valibot'
import { contracts, type ActionName, type Answer } from '@/contract/actions'
import type { Envelope } from '@/contract/envelope'
import type { Database } from '@/cloud/db/database'
import { dispatch, type Deployment } from '@/cloud/dispatch'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createIdentities } from '@/cloud/identity'
import { newCommunityId, newRowId } from '@/cloud/ids'
import { insertCommunity, insertGrid } from '@/cloud/repositories/community'
import { insertResident } from '@/cloud/repositories/resident'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { openDatabase } from './database'

export { createDatabase } from './database'

/** Linli on real PostgreSQL with a clock that the test moves. */
export interface TestDeployment extends Deployment {
  url: string
  database: Database
  /** failures that were ours */
  failures: unknown[]
  clock: { now: Instant }
  close: () => Promise<void>
}

export async function deploy(now: Instant, connections = 8): Promise<TestDeployment> {
  const { url, database, close } = await openDatabase(connections)
  const clock = { now }
  const failures: unknown[] = []
  return {
    url,
    database,
    failures,
    clock,
    services: {
      identities: createIdentities('s'.repeat(32), (code) => Promise.resolve(`open-${code}`)),
      files: createSignedLinks('s'.repeat(32)),
      doorKey: 'k'.repeat(32),
      ...createPlatformServices(null),
    },
    now: () => clock.now,
    report: ({ error }) => failures.push(error),
    close,
  }
}

let requests = 0
export const newRequestId = () => `test-request-${(requests += 1)}`

/** Calls an action as one person. Times in the payload are ISO strings, as on the wire. */
export async function call<A extends ActionName>(
  deployment: Deployment,
  openId: string | null,
  action: A,
  payload: unknown,
  requestId: string = newRequestId(),
): Promise<Envelope<Answer<A>>> {
  const envelope = await dispatch(deployment, { action, payload, requestId, openId })
  // What is promised in the contract is what comes.
  if (envelope.ok) v.parse(contracts[action].response, envelope.data)
  return envelope as Envelope<Answer<A>>
}

/** The same where only success is expected. */
export async function done<A extends ActionName>(
  deployment: Deployment,
  openId: string,
  action: A,
  payload: unknown,
  requestId?: string,
): Promise<Answer<A>> {
  const envelope = await call(deployment, openId, action, payload, requestId)
  if (!envelope.ok) throw new Error(`${action} answered ${JSON.stringify(envelope.error)}`)
  return envelope.data
}

/** The reason of a refusal; anything else fails the test. */
export function reasonOf(envelope: Envelope<unknown>) {
  if (envelope.ok || !envelope.error.reason) throw new Error(`not refused: ${JSON.stringify(envelope)}`)
  return envelope.error.reason
}

export interface Neighbourhood {
  communityId: string
  gridId: string
  /** makes a resident with a household of their own; the name is the open id */
  resident: (openId: string, options?: { role?: Role; confirmed?: boolean }) => Promise<string>
}

/** A community with one grid and a cadre called `cadre`. */
export async function settle(
  deployment: TestDeployment,
  name = '凤凰山社区',
  communityId = newCommunityId(),
): Promise<Neighbourhood> {
  const gridId = newRowId()
  const { database, clock } = deployment
  await database.transaction(async (tx) => {
    await insertCommunity(tx, { id: communityId, name, code: `code-${communityId}`, now: clock.now })
    await insertGrid(tx, communityId, { id: gridId, name: '第一网格' })
  })
  const resident: Neighbourhood['resident'] = (openId, { role = 'resident', confirmed = true } = {}) =>
    database.transaction(async (tx) => {
      const row = await insertResident(tx, communityId, {
        openId,
        name: openId,
        role,
        confirmed,
        now: clock.now,
      })
      return row.id
    })
  await resident('cadre', { role: 'cadre' })
  return { communityId, gridId, resident }
}
