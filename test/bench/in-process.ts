import { openPostgres } from '@/cloud/db/postgres'
import { dispatch, type Deployment } from '@/cloud/dispatch'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createIdentities } from '@/cloud/identity'
import type { Envelope } from '@/contract/envelope'
import { COMMUNITY, residentId, slotId, type Ground, type Neighbourhood } from './neighbourhood'
import { createPlatformServices } from '@/cloud/wechat/platform-services'

/** The server's own path without HTTP: validation, batching, rules, database. */
export async function deploy({ url }: Neighbourhood, connections: number): Promise<Deployment> {
  return {
    database: await openPostgres({ url, migrationUrl: null, connections }),
    services: {
      identities: createIdentities('s'.repeat(32), () => Promise.resolve(null)),
      files: createSignedLinks('s'.repeat(32)),
      doorKey: 'k'.repeat(32),
      ...createPlatformServices(null),
    },
    now: Date.now,
    report: ({ error }) => {
      throw error
    },
  }
}

export interface Measured {
  /** requests that were answered in a second */
  perSecond: number
  p50Ms: number
  p99Ms: number
  booked: number
  refused: number
}

/** So many clients, each sending its next booking as soon as the last is answered, for some seconds. */
export async function bookFor(
  deployment: Deployment,
  ground: Ground,
  { clients, seconds, residents }: { clients: number; seconds: number; residents: number },
): Promise<Measured> {
  const started = performance.now()
  const end = started + seconds * 1000
  const latencies: number[] = []
  let next = 0
  let booked = 0
  const client = async () => {
    while (performance.now() < end && next < residents) {
      const at = performance.now()
      const answer = await book(deployment, ground, (next += 1))
      latencies.push(performance.now() - at)
      if (answer.ok) booked += 1
      else if (answer.error.code !== 'refused') throw new Error(JSON.stringify(answer.error))
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const took = (performance.now() - started) / 1000
  return {
    ...percentiles(latencies),
    perSecond: latencies.length / took,
    booked,
    refused: latencies.length - booked,
  }
}

function book(deployment: Deployment, { base, slots }: Ground, resident: number): Promise<Envelope<unknown>> {
  return dispatch(deployment, {
    action: 'bookSlot',
    payload: { communityId: COMMUNITY, slotId: slotId(base + (resident % slots)), party: [{ kind: 'self' }] },
    requestId: `bench-${base}-${resident}`,
    openId: residentId(resident),
  })
}

export function percentiles(latencies: number[]): { p50Ms: number; p99Ms: number } {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
